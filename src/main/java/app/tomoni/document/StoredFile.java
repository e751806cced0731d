package app.tomoni.document;

import java.time.Instant;

/** The facts about one upload; the bytes are kept under their SHA-256. */
public record StoredFile(FileId id, String name, String mediaType, long size, String sha256, Instant storedAt) {}
