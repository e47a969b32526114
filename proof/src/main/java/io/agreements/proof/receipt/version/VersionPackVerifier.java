package io.agreements.proof.receipt.version;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.CanonicalReader;
import io.agreements.proof.canonical.RecordForm;
import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.receipt.Finding;
import io.agreements.proof.receipt.Receipt;
import io.agreements.proof.receipt.ReceiptReport;
import io.agreements.proof.receipt.ReceiptVerifier;
import io.agreements.proof.receipt.StoredZip;
import io.agreements.proof.receipt.StoredZip.Member;
import io.agreements.proof.receipt.Trust;
import io.agreements.proof.receipt.version.PackFinding.Code;
import io.agreements.proof.receipt.version.VersionManifest.KeptText;
import io.agreements.proof.receipt.version.VersionManifest.KeptWording;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies the evidence of a version, without a network: texts are those of a publication that is in the log, wordings those
 * that a decision in the log names, and pages what follows from them.
 */
public final class VersionPackVerifier {

    private static final String DIGESTS = "digest.";

    private final StoredZip.Reader zip;
    private final Trust trust;
    private final List<PackFinding> findings = new ArrayList<>();
    private final Set<Finding> remarks = new LinkedHashSet<>();
    private final Map<String, byte[]> texts = new HashMap<>();
    private final Map<String, String> pages = new HashMap<>();
    private Publication latest = new Publication(Long.MIN_VALUE, Map.of());
    private int receipts;

    private VersionPackVerifier(InputStream stream, Trust trust) {
        this.zip = new StoredZip.Reader(stream, VersionPack.LARGEST);
        this.trust = trust;
    }

    /**
     * Reads it to its end, and looks at all of it, whatever is wrong with the first of it.
     *
     * @throws MalformedException if it is none
     */
    public static PackReport verify(InputStream stream, Trust trust) throws IOException {
        return new VersionPackVerifier(stream, trust).verify();
    }

    private PackReport verify() throws IOException {
        Member index = next(VersionPack.INDEX);
        VersionManifest manifest =
                VersionManifest.parse(next(VersionManifest.FILE).content());
        same(index, Pages.index(manifest));
        for (KeptText text : manifest.texts()) {
            take(text);
        }
        for (KeptWording wording : manifest.wordings()) {
            take(wording, manifest);
        }
        for (String recordId : manifest.records()) {
            takePublication(next(VersionManifest.pathOf(recordId)), recordId, manifest);
        }
        for (KeptText text : manifest.texts()) {
            if (!text.digest().equals(latest.digests().get(text.locale()))) {
                find(Code.UNPUBLISHED, text.path());
            }
        }
        Optional<Member> more = zip.next();
        if (more.isPresent()) {
            takePictures(more.get());
        }
        return new PackReport(manifest, findings, receipts, remarks);
    }

    private Member next(String name) throws IOException {
        Member member = zip.next().orElseThrow(() -> new MalformedException("The pack has no file " + name));
        if (!member.name().equals(name)) {
            throw new MalformedException("The pack has %s where %s should be".formatted(member.name(), name));
        }
        return member;
    }

    private void take(KeptText text) throws IOException {
        Member member = next(text.path());
        if (hasDigest(member, text.digest())) {
            texts.put(text.digest(), member.content());
        }
    }

    private void take(KeptWording wording, VersionManifest manifest) throws IOException {
        Member content = next(wording.path(".json"));
        Member page = next(wording.path(".html"));
        if (hasDigest(content, wording.digest())) {
            try {
                same(page, Pages.wording(manifest, content.content(), texts));
            } catch (MalformedException e) {
                find(Code.UNREADABLE, content.name(), e.getMessage());
            }
        }
        if (wording.record().isEmpty()) {
            find(Code.UNLOGGED, content.name());
            return;
        }
        Member receipt = next(wording.path(".zip"));
        good(receipt, wording.record().get(), manifest).ifPresent(form -> {
            if (form.decision() == null
                    || !wording.digest().equals(form.wording())
                    || manifest.texts().stream()
                            .noneMatch(text -> text.digest().equals(form.text())
                                    && text.locale().equals(form.locale()))) {
                find(Code.OF_ANOTHER, receipt.name());
            }
        });
    }

    private void takePublication(Member receipt, String recordId, VersionManifest manifest) {
        good(receipt, recordId, manifest).ifPresent(form -> {
            if (!form.type().equals("PUBLICATION")) {
                find(Code.OF_ANOTHER, receipt.name());
                return;
            }
            Map<String, Object> details = CanonicalReader.read(form.bytes(), VersionPack.LARGEST, receipt.name());
            if (details.get("details") instanceof Map<?, ?> named && form.occurredAt() > latest.at()) {
                Object action = named.get("action");
                if ("published".equals(action)) {
                    latest = new Publication(form.occurredAt(), digests(named));
                } else if ("cancelled".equals(action)) {
                    latest = new Publication(form.occurredAt(), Map.of());
                }
            }
        });
    }

    private static Map<String, Object> digests(Map<?, ?> details) {
        Map<String, Object> digests = new HashMap<>();
        details.forEach((name, value) -> {
            if (((String) name).startsWith(DIGESTS)) {
                digests.put(((String) name).substring(DIGESTS.length()), value);
            }
        });
        return digests;
    }

    /** The record, if its receipt is good and it is about the version. */
    private Optional<RecordForm> good(Member member, String recordId, VersionManifest manifest) {
        receipts++;
        ReceiptReport report;
        try {
            report = ReceiptVerifier.verify(Receipt.parse(member.content()), trust);
        } catch (MalformedException e) {
            find(Code.UNREADABLE, member.name(), e.getMessage());
            return Optional.empty();
        }
        if (!report.isGood()) {
            findings.add(new PackFinding(Code.NOT_GOOD, member.name(), "", Optional.of(report)));
            return Optional.empty();
        }
        remarks.addAll(report.findings());
        RecordForm form = report.form().orElseThrow();
        if (!form.id().equals(recordId)
                || !manifest.agreement().equals(form.agreement())
                || !Integer.valueOf(manifest.version()).equals(form.version())) {
            find(Code.OF_ANOTHER, member.name());
            return Optional.empty();
        }
        return Optional.of(form);
    }

    private void takePictures(Member member) throws IOException {
        if (!member.name().equals(Pictures.FILE)) {
            throw new MalformedException("A pack has no file " + member.name());
        }
        Pictures pictures = Pictures.parse(member.content());
        for (Pictures.Picture picture : pictures.pictures()) {
            hasDigest(next(picture.path()), picture.digest());
            if (picture.page().isPresent()
                    && !picture.pageDigest().equals(picture.page().map(pages::get))) {
                find(Code.DIFFERS, picture.path(), picture.page().get());
            }
        }
        find(Code.PICTURES, member.name(), pictures.browser().orElse(""));
        Optional<Member> more = zip.next();
        if (more.isPresent()) {
            throw new MalformedException("A pack has no file " + more.get().name());
        }
    }

    private boolean hasDigest(Member member, String digest) {
        boolean is = Sha256.hex(member.content()).equals(digest);
        if (!is) {
            find(Code.DIFFERS, member.name());
        }
        return is;
    }

    private void same(Member page, byte[] made) {
        pages.put(page.name(), Sha256.hex(page.content()));
        if (!Arrays.equals(page.content(), made)) {
            find(Code.DIFFERS, page.name());
        }
    }

    private void find(Code code, String file) {
        find(code, file, "");
    }

    private void find(Code code, String file, String detail) {
        findings.add(new PackFinding(code, file, detail));
    }

    /** The last that became of its publication, and with which texts; none where it was cancelled. */
    private record Publication(long at, Map<String, Object> digests) {}
}
