package khos.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khos.account.Accounts;
import khos.account.Roles.ForTranslators;
import khos.account.SystemActor;
import khos.language.Language;
import khos.storage.Ids;
import khos.translation.Previews;
import khos.translation.Refused;
import khos.translation.Standing;
import khos.translation.Translation;
import khos.translation.Translations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which somebody without an account sees a text before it is published: secret, ending by themselves, revocable. What
 * is seen is the text as it stands when it is looked at.
 *
 * <p>The secret is 64 hexadecimal digits, 256 random bits, and kept as a fast hash for the reason that keys of programs are, see
 * {@link khos.account.Tokens}.
 */
@Service
public class PreviewLinks {
    private static final int BYTES = 32;
    private static final int MOST_DAYS = 90;
    private static final int MOST_LINKS = 50;

    private final PreviewLinkRepository links;
    private final PublicationRepository repository;
    private final Publications publications;
    private final Translations translations;
    private final Previews previews;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    PreviewLinks(
            PreviewLinkRepository links,
            PublicationRepository repository,
            Publications publications,
            Translations translations,
            Previews previews,
            Clock clock) {
        this.links = links;
        this.repository = repository;
        this.publications = publications;
        this.translations = translations;
        this.previews = previews;
        this.clock = clock;
    }

    /** A new link with its secret, which is shown this once. */
    public record Made(PreviewLink link, String token) {
        /** The address without the host: {@code /preview/3f…}. */
        public String path() {
            return "/preview/" + token;
        }
    }

    /**
     * Makes a link to a document. For editors of its project.
     *
     * @param language that it opens the document in
     * @param days until it ends, 1 to 90
     * @throws Refused {@code refused.preview-days}, {@code refused.preview-most} when there are too many,
     *     {@code refused.preview-empty} when nothing of it is in that language, or when its facts cannot be read
     */
    @ForTranslators
    @Transactional
    public Made create(String documentId, Language language, int days) {
        publications.requireEditor(documentId);
        if (days < 1 || days > MOST_DAYS) {
            throw new Refused("refused.preview-days", MOST_DAYS);
        }
        Instant now = clock.instant();
        links.deleteEnded(now.toEpochMilli());
        if (links.of(documentId, now.toEpochMilli()).size() >= MOST_LINKS) {
            throw new Refused("refused.preview-most", MOST_LINKS);
        }
        Standing standing =
                previews.whole(documentId, language).orElseThrow(() -> new Refused("refused.preview-empty"));
        publications.requireFacts(standing.text());
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        var link = new PreviewLink(
                Ids.next(), documentId, language, Accounts.actor(), now, now.plus(Duration.ofDays(days)));
        links.insert(link, hash(token));
        return new Made(link, token);
    }

    /** The links to a document that have not ended, the newest first. For editors of its project. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<PreviewLink> of(String documentId) {
        publications.requireEditor(documentId);
        return links.of(documentId, clock.millis());
    }

    /** Ends a link at once. For editors of the project of its document. */
    @ForTranslators
    @Transactional
    public void revoke(String id) {
        links.find(id).ifPresent(link -> {
            publications.requireEditor(link.documentId());
            links.delete(id);
        });
    }

    /** What a link shows; nothing, for whatever reason, when there is none of that secret now. Whoever has it may see it. */
    @Transactional(readOnly = true)
    public Optional<Preview> find(String token) {
        Optional<PreviewLink> link = links.byHash(hash(token), clock.millis());
        return link.isEmpty() ? Optional.empty() : asKhos(link.get());
    }

    private Optional<Preview> asKhos(PreviewLink link) {
        try {
            return SystemActor.call(() -> preview(link));
        } catch (Refused e) {
            // Its date or level cannot be read any more: it could not be published either.
            return Optional.empty();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Preview> preview(PreviewLink link) {
        Optional<Translation> document = translations.document(link.documentId());
        if (document.isEmpty()) {
            return Optional.empty();
        }
        PublicationRepository.Entry entry =
                repository.byDocument(link.documentId()).orElseGet(() -> entry(document.get()));
        Map<Language, Edition> editions = new EnumMap<>(Language.class);
        Map<Language, Integer> open = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            previews.whole(link.documentId(), language).ifPresent(standing -> {
                editions.put(language, publications.edition(entry.id(), language, standing.text()));
                open.put(language, standing.open());
            });
        }
        return editions.containsKey(link.language())
                ? Optional.of(
                        new Preview(publications.publication(entry, editions), link.language(), link.expiresAt(), open))
                : Optional.empty();
    }

    /** Of what was never published. */
    private static PublicationRepository.Entry entry(Translation document) {
        return new PublicationRepository.Entry(
                document.id(),
                document.kind(),
                document.slug(),
                document.id(),
                "",
                0,
                Optional.empty(),
                Optional.empty());
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
