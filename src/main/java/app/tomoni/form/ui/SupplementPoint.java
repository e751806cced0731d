package app.tomoni.form.ui;

/**
 * A field that the secretariat asks the group to add to.
 *
 * @param from who asks and when, in words: 「11月19日・市民活動推進課」
 * @param done whether the group has marked it as put right
 */
public record SupplementPoint(String field, String comment, String from, boolean done) {}
