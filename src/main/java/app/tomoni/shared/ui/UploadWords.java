package app.tomoni.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.UploadI18N;

/** What a field for files says about itself and each file, in the reader's language. */
public final class UploadWords {

    private UploadWords() {}

    /**
     * @param where the reader's language is asked of
     * @param tooLarge what is said of a file that is too large
     */
    public static UploadI18N of(Component where, String tooLarge) {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(where.getTranslation("shared.upload.drop"))
                        .setMany(where.getTranslation("shared.upload.drop")))
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(where.getTranslation("shared.upload.choose"))
                        .setMany(where.getTranslation("shared.upload.choose")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(tooLarge)
                        .setTooManyFiles(where.getTranslation("shared.upload.error.count"))
                        .setIncorrectFileType(where.getTranslation("shared.upload.error.type")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(where.getTranslation("shared.upload.connecting"))
                                .setStalled(where.getTranslation("shared.upload.stalled"))
                                .setProcessing(where.getTranslation("shared.upload.processing"))
                                .setHeld(where.getTranslation("shared.upload.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(where.getTranslation("shared.upload.left"))
                                .setUnknown(where.getTranslation("shared.upload.left.unknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(where.getTranslation("shared.upload.error.server"))
                                .setUnexpectedServerError(where.getTranslation("shared.upload.error.server"))
                                .setForbidden(where.getTranslation("shared.upload.error.server"))))
                .setFile(new UploadI18N.File()
                        .setRetry(where.getTranslation("shared.upload.retry"))
                        .setStart(where.getTranslation("shared.upload.start"))
                        .setRemove(where.getTranslation("shared.upload.remove")));
    }
}
