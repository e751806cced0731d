package app.tomoni.call;

/** What a decision under the call is in law; the letters' block on appeals follows from it. */
public enum Nature {
    /** 処分: may be appealed, and the letter says how. */
    DISPOSITION,
    /** 要綱・契約: not a disposition, so the letter must not speak of appeals. */
    CONTRACT
}
