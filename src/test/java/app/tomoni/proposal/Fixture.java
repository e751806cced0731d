package app.tomoni.proposal;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.OpenedCall;
import app.tomoni.document.Files;
import app.tomoni.document.StoredFile;
import app.tomoni.form.Saved;
import app.tomoni.form.WorkingCopies;
import app.tomoni.organisation.EditProfile;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.ProfileField;
import app.tomoni.organisation.RegisterOrganisation;
import app.tomoni.process.Cases;
import app.tomoni.shared.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** Sets up what a proposal needs: a group with a complete profile, its people, and an open call. */
@TestComponent
public class Fixture {

    private static final Map<ProfileField, String> PROFILE = Map.ofEntries(
            Map.entry(ProfileField.TYPE, "voluntary"),
            Map.entry(ProfileField.FOUNDED_ON, "2015-04-01"),
            Map.entry(ProfileField.POSTAL_CODE, "100-0001"),
            Map.entry(ProfileField.ADDRESS, "みなと野市中町1-2-3"),
            Map.entry(ProfileField.REPRESENTATIVE_TITLE, "会長"),
            Map.entry(ProfileField.REPRESENTATIVE_NAME, "石橋 晴"),
            Map.entry(ProfileField.REPRESENTATIVE_KANA, "イシバシ ハル"),
            Map.entry(ProfileField.CONTACT_NAME, "石橋 晴"),
            Map.entry(ProfileField.PHONE, "03-0000-0000"),
            Map.entry(ProfileField.MEMBER_COUNT, "12"),
            Map.entry(ProfileField.CITY_MEMBER_COUNT, "10"),
            Map.entry(ProfileField.OPEN_MEMBERSHIP, "open"),
            Map.entry(ProfileField.FIELDS, "children"),
            Map.entry(ProfileField.AREA, "市内全域"),
            Map.entry(ProfileField.PURPOSE, "子どもの居場所をつくります。"),
            Map.entry(ProfileField.ACTIVITIES, "集会所で居場所をひらいています。"),
            Map.entry(ProfileField.TRACK_RECORD, "平成27年から毎週活動しています。"));

    private final People people;
    private final Offices offices;
    private final RegisterOrganisation register;
    private final EditProfile profile;
    private final Calls calls;
    private final Cases cases;
    private final Files files;
    private final WorkingCopies copies;
    private final StartProposal start;

    Fixture(
            People people,
            Offices offices,
            RegisterOrganisation register,
            EditProfile profile,
            Calls calls,
            Cases cases,
            Files files,
            WorkingCopies copies,
            StartProposal start) {
        this.people = people;
        this.offices = offices;
        this.register = register;
        this.profile = profile;
        this.calls = calls;
        this.cases = cases;
        this.files = files;
        this.copies = copies;
        this.start = start;
    }

    public PersonId person(String name) {
        return people.add(name, "テスト", null);
    }

    public PersonId secretary() {
        var person = person("事務局");
        offices.appoint(person, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        return person;
    }

    /** A group with nothing left to write in its profile. */
    public OrganisationId group(String name, PersonId representative) {
        var group = register.register(name, "テスト", representative);
        member(group, representative, Office.GROUP_REPRESENTATIVE);
        PROFILE.forEach((field, value) -> profile.keep(group, field, value, 0, representative));
        return group;
    }

    public void member(OrganisationId group, PersonId person, Office office) {
        offices.appoint(person, office, group.value(), LocalDate.of(2020, 1, 1), null);
    }

    public CallId openCall() {
        return call(30);
    }

    public CallId call(int days) {
        return call(days, Map.of());
    }

    /** @param instead what it says elsewhere than the template */
    public CallId call(int days, Map<String, String> instead) {
        var call = OpenedCall.until(days, instead, release(), person("起案者"), person("決裁者"));
        return calls.save(call).id();
    }

    /** A call that is scored with one figure of up to 100 points a sheet. */
    public CallId jointFigureCall(int days) {
        var call = OpenedCall.jointFigure(days, release(), person("起案者"), person("決裁者"));
        return calls.save(call).id();
    }

    private String release() {
        return cases.currentRelease();
    }

    public ProposalId draft(CallId call, OrganisationId group, PersonId by) {
        return start.start(call, group, by);
    }

    /** A draft with nothing left to write, and one attachment. */
    public ProposalId completeDraft(CallId call, OrganisationId group, PersonId by) {
        var id = draft(call, group, by);
        ProposalSamples.written().forEach((field, value) -> write(id, field, value, by));
        attach(id, 1, by);
        return id;
    }

    public void write(ProposalId proposal, String field, String value, PersonId by) {
        write(Drafts.subject(proposal), field, value, by);
    }

    public void write(String subject, String field, String value, PersonId by) {
        var known = copies.open(subject).get(field);
        var saved = copies.save(subject, field, value, known == null ? WorkingCopies.NEW : known.version(), by);
        if (!(saved instanceof Saved.Stored)) {
            throw new AssertionError("not stored: " + saved);
        }
    }

    public List<StoredFile> attach(ProposalId proposal, int count, PersonId by) {
        return attach(proposal, "attachments", "規約", count, by);
    }

    public List<StoredFile> attach(ProposalId proposal, String field, String name, int count, PersonId by) {
        return attach(Drafts.subject(proposal), field, name, count, by);
    }

    public List<StoredFile> attach(String subject, String field, String name, int count, PersonId by) {
        var stored = new ArrayList<StoredFile>();
        var list = Json.array();
        for (var i = 1; i <= count; i++) {
            var pdf = "%%PDF-1.4\n%% %s %d\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF\n"
                    .formatted(name, i)
                    .getBytes(StandardCharsets.UTF_8);
            var file = files.store(name + i + ".pdf", new ByteArrayInputStream(pdf), by);
            stored.add(file);
            list.addObject()
                    .put("file", file.id().value().toString())
                    .put("name", file.name())
                    .put("mediaType", file.mediaType())
                    .put("size", file.size())
                    .put("sha256", file.sha256());
        }
        write(subject, field, list.toString(), by);
        return stored;
    }
}
