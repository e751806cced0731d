/* Keeps in this tab what has not reached the server yet, until the server says that it has.
   Entries belong to a person, a subject and a field; they are wiped at sign-out and when somebody else signs in.
   Also counts characters as people do, and puts the cursor back after an expired session. */
(() => {
  if (window.tomoniKeep) return;
  const PREFIX = 'tomoni-keep:';
  const CARET = 'tomoni-caret';
  const LOAD = Math.random().toString(36).slice(2);
  const SOON = 3000;
  const PATIENCE = 8000;
  const STILL = 600000;
  const OFTEN = 3500;
  const DAY = 'vaadin-date-picker';
  const FIGURE = '[data-figure]';
  const LIST = 'vaadin-select, vaadin-radio-group, vaadin-checkbox-group, vaadin-checkbox';
  let typedAt = 0;
  const segments = typeof Intl !== 'undefined' && Intl.Segmenter ? new Intl.Segmenter('ja', { granularity: 'grapheme' }) : null;

  const storage = {
    get(key) { try { return sessionStorage.getItem(key); } catch (e) { return null; } },
    set(key, value) { try { sessionStorage.setItem(key, value); return true; } catch (e) { return false; } },
    drop(key) { try { sessionStorage.removeItem(key); } catch (e) { /* a browser without storage keeps nothing */ } },
    keys() {
      try { return Object.keys(sessionStorage).filter(key => key.startsWith(PREFIX)); } catch (e) { return []; }
    },
  };

  const formOf = element => element.closest('[data-subject]');
  const prefix = (subject, person) => PREFIX + person + '|' + subject + '|';
  const prefixOf = form => prefix(form.dataset.subject, form.dataset.person);
  const waiting = form => storage.keys().filter(key => key.startsWith(prefixOf(form)));
  const refused = new Set();
  /* By field: the sum of what the server has, and whether that stands there again, so that nothing will be sent. */
  const stands = new WeakMap();
  const unanswered = form => waiting(form).filter(key => !refused.has(key));
  const number = value => new Intl.NumberFormat(document.documentElement.lang || 'ja').format(value);

  /* The same sum is worked out by the server: length and FNV-1a over UTF-16 code units. */
  function sum(text) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    return text.length + ':' + (hash >>> 0);
  }

  function graphemes(text) {
    if (!segments) return Array.from(text).length;
    let count = 0;
    for (const ignored of segments.segment(text)) count++;
    return count;
  }

  /* ---- what the page says about it ---- */
  function indicators(form) {
    return document.querySelectorAll('[data-keeps="' + CSS.escape(form.dataset.subject) + '"]');
  }

  function say(form, state) {
    indicators(form).forEach(indicator => {
      const words = indicator.querySelector('.tm-client');
      if (indicator.dataset.state === state || !words) return;
      indicator.dataset.state = state;
      words.setAttribute('aria-hidden', state === 'lost' ? 'false' : 'true');
      words.textContent = state === 'lost' ? indicator.dataset.lost : state === 'busy' ? indicator.dataset.busy : '';
    });
  }

  const timers = new WeakMap();
  function expect(form) {
    if (navigator.onLine === false) {
      say(form, 'lost');
      return;
    }
    if (indicators(form)[0]?.dataset.state !== 'lost') say(form, 'busy');
    if (!timers.has(form)) {
      timers.set(form, setTimeout(() => {
        timers.delete(form);
        if (form.isConnected && unanswered(form).length) askWhetherSignedIn(form); // another part of the page may be shown by now
      }, SOON));
    }
  }

  /* A session that has ended answers nothing more: the page loaded anew leads to the sign-in and back here.
     A page that was left alone asks no more, for each question would keep its session alive; typing begins anew. */
  function signIn() {
    const here = encodeURIComponent(location.pathname + location.search);
    location.replace(new URL('sign-in?to=' + here + '&expired', document.baseURI));
  }

  function lost(form) {
    if (unanswered(form).length) say(form, 'lost');
  }

  const asking = new WeakSet();
  function askWhetherSignedIn(form) {
    if (asking.has(form)) return;
    asking.add(form);
    const ask = () => {
      if (!form.isConnected || !unanswered(form).length || Date.now() - typedAt > STILL) {
        asking.delete(form);
        return;
      }
      const signal = AbortSignal.timeout?.(PATIENCE - SOON);
      fetch(location.href, { method: 'HEAD', redirect: 'manual', cache: 'no-store', credentials: 'same-origin', signal })
        .then(answer => {
          const signedOut = answer.status === 401 || answer.type === 'opaqueredirect';
          if (signedOut || Date.now() - typedAt > PATIENCE) lost(form); // who is still typing has not sent it yet
          if (signedOut) signIn();
          else setTimeout(ask, PATIENCE);
        })
        .catch(() => {
          lost(form);
          setTimeout(ask, PATIENCE);
        });
    };
    ask();
  }

  function settle(form) {
    if (unanswered(form).length) return;
    clearTimeout(timers.get(form));
    timers.delete(form);
    say(form, '');
  }

  function count(host, value) {
    const place = host.parentElement && host.parentElement.querySelector(':scope > .count > .tm-count');
    if (!place) return;
    const now = graphemes(value);
    const most = Number(place.dataset.max || 0);
    const words = !most ? place.dataset.plain : now > most ? place.dataset.over : place.dataset.left;
    const text = words.replace('{0}', number(now)).replace('{1}', number(Math.abs(most - now)));
    if (place.textContent !== text) place.textContent = text;
    place.classList.toggle('over', most > 0 && now > most);
  }

  /* What the server puts into a field is counted, too, and one that comes onto the page later. */
  document.addEventListener('value-changed', event => {
    const host = event.target;
    if (!host.matches?.('[data-keep]') || typeof host.value !== 'string') return;
    if (!host.matches(DAY) && !host.matches(LIST)) count(host, host.value);
    if (host.matches(FIGURE)) queueMicrotask(() => group(host)); // once the field has put it into its input
  }, true);

  /* ---- figures ---- */

  /* How a figure is read by the server: 0 or more; anything else stays on the screen as it was typed. */
  const BILL = /^金?[¥\\]?((?:\d{1,3}(?:[,、]\d{3})+|\d+)(?:\.\d{1,6})?)円?也?(?:\.?[-‐‑–—―─−ー]+)?$/;
  function grouped(typed, isAmount) {
    const folded = typed.normalize('NFKC').replace(/\s/g, '');
    const bill = isAmount ? BILL.exec(folded) : null;
    const digits = (bill ? bill[1] : folded).replace(/[,、円¥]/g, '');
    const parts = /^(\d{1,15})(\.\d{1,6})?$/.exec(digits);
    return parts ? parts[1].replace(/\B(?=(\d{3})+$)/g, ',') + (parts[2] ?? '') : typed;
  }

  /* Only what is shown, and only while nobody is in it: the field goes on having what was typed. */
  function group(host) {
    const input = host.querySelector('input');
    if (input && !host.contains(document.activeElement) && input.value === host.value) {
      input.value = grouped(host.value, host.dataset.figure === 'amount');
    }
  }

  /* A browser forgets what was typed into a field whose text is replaced, and so what could be undone. By field: what
     stood there after each visit, to be brought back once the browser itself has nothing left to undo. */
  const visits = new WeakMap();
  function visit(host) {
    const seen = visits.get(host);
    if (!seen) {
      visits.set(host, { stands: host.value, before: [], after: [] });
    } else if (seen.stands !== host.value) {
      seen.before.push(seen.stands);
      seen.after = [];
      seen.stands = host.value;
    }
  }

  document.addEventListener('focusin', event => {
    const host = event.target.closest?.(FIGURE);
    if (!host) return;
    visit(host);
    visits.get(host).shown = event.target.value;
  });

  document.addEventListener('focusout', event => {
    const host = event.target.closest?.(FIGURE);
    if (host) {
      setTimeout(() => { // once the field has taken what was typed
        visit(host);
        group(host);
      });
    }
  });

  document.addEventListener('keydown', event => {
    const host = event.target.closest?.(FIGURE);
    const seen = host && visits.get(host);
    if (!seen || !(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    const back = key === 'z' && !event.shiftKey;
    const forth = key === 'y' || (key === 'z' && event.shiftKey);
    const input = event.target;
    if (input.value !== seen.shown || !(back ? seen.before : forth ? seen.after : []).length) return; // the browser's own
    event.preventDefault();
    (back ? seen.after : seen.before).push(seen.stands);
    seen.stands = seen.shown = (back ? seen.before : seen.after).pop();
    input.value = seen.stands;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: back ? 'historyUndo' : 'historyRedo' }));
  });

  /* ---- typing ---- */
  document.addEventListener('input', event => {
    const host = event.target.closest && event.target.closest('[data-keep]');
    if (host && typeof event.target.value === 'string' && !host.matches(DAY) && !host.matches(LIST)) {
      /* Some browsers tell the same input twice, such as a conversion to kanji once it is confirmed. Told again while the
         first waits to be sent, it would be sent as nothing new, and the text with it. */
      if (event.target !== host && event.target.value === host.value) event.stopImmediatePropagation();
      else typed(host, event.target.value);
    }
  }, true);

  /* As in any form of a browser, Enter in a line presses the one primary button: it gets the focus first, as by a click,
     so that what was typed is sent before. Never while kana are being converted, whose end is the same key, nor where
     the form has several such buttons, or an area in which a line ends by Enter. */
  const LINE = 'vaadin-text-field, vaadin-email-field, vaadin-password-field';
  document.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || event.repeat || event.defaultPrevented
        || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const form = event.target.matches?.('input') && event.target.closest(LINE)?.closest('[data-short]');
    if (!form || form.querySelector('vaadin-text-area')) return;
    const buttons = [...form.querySelectorAll('vaadin-button[theme~="primary"]')].filter(button => button.offsetParent);
    if (buttons.length !== 1) return;
    event.preventDefault();
    buttons[0].focus();
    buttons[0].click();
  });

  /* A key that is held down presses once. */
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.repeat && event.target.closest?.('[data-short] vaadin-button')) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  /* A text is sent after a pause; of whoever makes none, what stands there is sent every few seconds all the same. */
  const waitingSince = new WeakMap();
  function sendInTime(host) {
    if (Date.now() - (waitingSince.get(host) ?? 0) < OFTEN) return;
    waitingSince.set(host, Date.now());
    setTimeout(() => host.dispatchEvent(new CustomEvent('tomoni-send'))); // once the field has taken what was typed
  }

  /* What was typed and undone never reaches the server, which then never answers. */
  function typed(host, value) {
    const form = formOf(host);
    if (!form) return;
    const name = prefixOf(form) + host.dataset.keep;
    if (storage.get(name) === null) {
      stands.set(host, { sum: sum(host.value || ''), undone: false }); // not yet the new value
      waitingSince.set(host, Date.now());
    }
    keep(host, value);
    sendInTime(host);
    const known = stands.get(host);
    if (!known) return;
    known.undone = known.sum === sum(value);
    if (known.undone) {
      storage.drop(name);
      settle(form);
    }
  }

  /* A day is kept once it is chosen or can be read here; none, and what only the server can read, is not. */
  document.addEventListener('change', event => {
    const host = event.target.closest && event.target.closest(DAY + '[data-keep]');
    const form = host && formOf(host);
    if (!form) return;
    if (host.value) keep(host, host.value);
    else storage.drop(prefixOf(form) + host.dataset.keep);
  });

  const answered = new Map(); // by a list that was just chosen from: what the server has said meanwhile that it has
  /* What is chosen is kept in the words that stand there, a line each, as the server says it (KeptField). */
  document.addEventListener('change', event => {
    const host = event.target.closest && event.target.closest('[data-keep]');
    if (!host || !host.matches(LIST)) return;
    answered.set(host, null);
    setTimeout(() => keepChosen(host)); // the field itself hears of it first, and a quick server may have answered by then
  });
  addEventListener('pagehide', () => [...answered.keys()].forEach(keepChosen)); // whoever leaves at once

  function keepChosen(host) {
    if (!answered.has(host)) return;
    const value = chosen(host);
    if (answered.get(host) !== sum(value)) keep(host, value);
    answered.delete(host);
  }

  function chosen(host) {
    const words = element => (element ? element.textContent : '').trim();
    if (host.matches('vaadin-select')) return words(host.querySelector('vaadin-select-value-button'));
    const boxes = host.matches('vaadin-checkbox') ? [host] : [...host.querySelectorAll('vaadin-radio-button, vaadin-checkbox')];
    return boxes.filter(box => box.checked).map(box => words(box.querySelector('label'))).join('\n');
  }

  function keep(host, value) {
    const form = formOf(host);
    if (!form) return;
    typedAt = Date.now();
    refused.delete(prefixOf(form) + host.dataset.keep);
    storage.set(prefixOf(form) + host.dataset.keep, JSON.stringify({ value, base: host.closest('[data-base]')?.dataset.base ?? '0' }));
    count(host, value);
    expect(form);
  }

  function rememberPlace(event) {
    const host = event.target.closest && event.target.closest('[data-keep]');
    const form = host && formOf(host);
    if (!form) return;
    let position = null;
    try { position = event.target.selectionStart; } catch (e) { /* not every input has one */ }
    storage.set(CARET, JSON.stringify({
      load: LOAD, path: location.pathname, subject: form.dataset.subject, key: host.dataset.keep, position, at: Date.now(),
    }));
  }
  document.addEventListener('focusin', rememberPlace, true);
  document.addEventListener('keyup', rememberPlace, true);
  document.addEventListener('click', rememberPlace, true);

  const allLost = () => document.querySelectorAll('[data-subject]').forEach(lost);
  addEventListener('offline', allLost);
  window.Vaadin?.connectionState?.addStateChangeListener((before, now) => {
    if (now === 'reconnecting' || now === 'connection-lost') allLost();
  });

  /* Whoever is at work elsewhere by now is not taken away: what they type would go into the wrong field. */
  function putBack(form) {
    const place = JSON.parse(storage.get(CARET) || 'null');
    if (!place || place.load === LOAD || place.path !== location.pathname || place.subject !== form.dataset.subject
        || Date.now() - place.at > 7200000) return;
    storage.drop(CARET);
    const began = Date.now();
    const again = setInterval(() => {
      const host = form.querySelector('[data-keep="' + CSS.escape(place.key) + '"]');
      const input = host && host.querySelector('input, textarea');
      if (input && input.offsetParent) {
        clearInterval(again);
        const go = () => {
          if (window.tomoniAtWork() && !host.contains(document.activeElement)) return;
          host.scrollIntoView({ block: 'center' });
          input.focus();
          const at = Math.min(place.position ?? input.value.length, input.value.length);
          try { input.setSelectionRange(at, at); } catch (e) { /* not every input has one */ }
        };
        setTimeout(go, 300);
      } else if (Date.now() - began > 10000) {
        clearInterval(again);
      }
    }, 150);
  }

  function refresh(form) {
    form.querySelectorAll('[data-keep]').forEach(host => count(host, host.value || ''));
  }

  function giveBack(form, keys) {
    keys.forEach(key => {
      const kept = JSON.parse(storage.get(key));
      form.$server.restore(key.substring(prefixOf(form).length), kept.value, String(kept.base));
    });
  }

  window.tomoniKeep = {
    /* Called when a form appears: gives the server what it has not got, and restores the cursor of whoever was interrupted. */
    attach(form) {
      const own = PREFIX + form.dataset.person + '|';
      storage.keys().filter(key => !key.startsWith(own)).forEach(storage.drop);
      const unsent = waiting(form);
      giveBack(form, unsent);
      refresh(form);
      /* Whoever comes again on their own account begins anew: a key that is pressed then is meant for the page. */
      if (unsent.length || window.tomoniReturned === location.pathname) putBack(form);
    },
    refresh,
    /* Called by the server: this place for a count has come onto the page. */
    appeared(place) {
      const host = place.parentElement?.querySelector(':scope > [data-keep]');
      if (host) count(host, host.value || '');
    },
    /* Called by the server: another's text has just come into this field; says whether nothing was typed there by then. */
    replaced(form, field) {
      const typed = waiting(form).filter(key => (key + '/').startsWith(prefixOf(form) + field + '/'));
      giveBack(form, typed);
      refresh(form);
      return !typed.length;
    },
    /* Called by the server: it has this value of this field. */
    saved(form, key, checksum) {
      const name = prefixOf(form) + key;
      const kept = storage.get(name);
      if (kept && sum(JSON.parse(kept).value) === checksum) storage.drop(name);
      const host = form.querySelector('[data-keep="' + CSS.escape(key) + '"]');
      if (answered.has(host)) answered.set(host, checksum);
      const known = host && stands.get(host);
      if (known) {
        const onItsWay = known.undone && checksum !== known.sum; // what was undone had been sent already
        known.sum = checksum;
        if (onItsWay) keep(host, host.value);
      }
      settle(form);
    },
    /* Called by the server: it has understood this and not put it away yet. */
    note(form, key, value) {
      const host = form.querySelector('[data-keep="' + CSS.escape(key) + '"]');
      if (host) keep(host, value);
    },
    /* Called by the server: it has read this, and does nothing with it before somebody asks for it. */
    waits(form, key, value) {
      const host = form.querySelector('[data-keep="' + CSS.escape(key) + '"]');
      if (value && host && host.matches(DAY)) keep(host, value); // also what only the server could read
      const name = prefixOf(form) + key;
      if (JSON.parse(storage.get(name) || '{}').value === value) refused.add(name);
      settle(form);
    },
    /* Called by the server: it says on the page why it does not take this. */
    refused(form, key) {
      refused.add(prefixOf(form) + key);
      settle(form);
    },
    /* Called by the server: nobody needs any of these any more. */
    done(subject, person) {
      storage.keys().filter(key => key.startsWith(prefix(subject, person))).forEach(storage.drop);
    },
    /* Called by the server: nobody needs this any more. */
    forget(form, key) {
      storage.drop(prefixOf(form) + key);
      settle(form);
    },
  };
})();
