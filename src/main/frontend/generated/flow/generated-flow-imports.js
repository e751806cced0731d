import '@vaadin/common-frontend/ConnectionIndicator.js';
import 'Frontend/generated/jar-resources/ReactRouterOutletElement.tsx';

const loadOnDemand = (key) => {
  const pending = [];
  if (key === '95178fcc8d7051ae958fd1e2503814216e3406d72a864e06f88bcbb8b89ab739') {
    pending.push(import('./chunks/chunk-94314dba30eac0ba76a32d63f742c76fbdb09b0162a9065ef346f442a4643bf4.js'));
  }
  if (key === '6acab44efd37fe611b5f711613ec52cfb11cc5f861ffe29ca7f08519d295b7af') {
    pending.push(import('./chunks/chunk-94314dba30eac0ba76a32d63f742c76fbdb09b0162a9065ef346f442a4643bf4.js'));
  }
  if (key === 'e56da12ab51b84ce40b13dd7f6cb350d31bd610e982012bb320c970b3d360569') {
    pending.push(import('./chunks/chunk-94314dba30eac0ba76a32d63f742c76fbdb09b0162a9065ef346f442a4643bf4.js'));
  }
  if (key === '03e32af7ff382423345fcdbebe9f916c9a1beb6cbb397476413b8544536affd1') {
    pending.push(import('./chunks/chunk-d343b9dcdcdd176152f75604dc52fd010fe9be67ebcd26ed3ddcec19e5cbe544.js'));
  }
  return Promise.all(pending);
}

window.Vaadin = window.Vaadin || {};
window.Vaadin.Flow = window.Vaadin.Flow || {};
window.Vaadin.Flow.loadOnDemand = loadOnDemand;
window.Vaadin.Flow.resetFocus = () => {
 let ae=document.activeElement;
 while(ae&&ae.shadowRoot) ae = ae.shadowRoot.activeElement;
 return !ae || ae.blur() || ae.focus() || true;
}