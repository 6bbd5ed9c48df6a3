package khos.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import khos.language.Language;
import khos.media.Media;
import khos.media.MediaLibrary;
import khos.translation.Refused;
import khos.translation.TextInput;
import org.springframework.stereotype.Component;

/** Texts that are read aloud: in a folder {@code zh.mp3} with {@code zh.audio.vtt}, and as Khos keeps them. */
@Component
class Recordings {
    /** In bytes. */
    static final long LARGEST = 200L * 1024 * 1024;

    private static final String SENTENCES = ".audio.vtt";
    /** Sound in MP4 was once kept as if it were a film. */
    private static final Map<String, String> ENDINGS =
            Map.of("audio/mpeg", ".mp3", "audio/ogg", ".ogg", "audio/mp4", ".m4a", "video/mp4", ".m4a");

    private final RecordingRepository repository;
    private final MediaLibrary media;

    Recordings(RecordingRepository repository, MediaLibrary media) {
        this.repository = repository;
        this.media = media;
    }

    /** Whether a folder holds any. */
    static boolean in(Path folder) {
        return Stream.of(Language.values())
                .anyMatch(language -> sound(folder, language).isPresent()
                        || Files.exists(folder.resolve(language.code() + SENTENCES)));
    }

    private static Optional<Path> sound(Path folder, Language language) {
        return ENDINGS.values().stream()
                .distinct()
                .sorted()
                .map(ending -> folder.resolve(language.code() + ending))
                .filter(Files::exists)
                .findFirst();
    }

    /**
     * Takes in what a folder holds.
     *
     * @throws Refused when one file is there without the other, is too large, or is no sound
     */
    void takeIn(String publicationId, Path folder) throws IOException {
        for (Language language : Language.values()) {
            Optional<Path> sound = sound(folder, language);
            Path sentences = folder.resolve(language.code() + SENTENCES);
            if (sound.isEmpty() && !Files.exists(sentences)) {
                continue;
            }
            if (sound.isEmpty() || !Files.exists(sentences)) {
                throw new Refused(
                        "refused.no-source",
                        language.code() + (sound.isEmpty() ? ENDINGS.get("audio/mpeg") : SENTENCES));
            }
            requireSmall(sound.get(), LARGEST);
            requireSmall(sentences, TextInput.LARGEST);
            Media kept = media.add(sound.get());
            if (!ENDINGS.containsKey(kept.type())) {
                throw new Refused("refused.media", sound.get().getFileName().toString());
            }
            String text = TextInput.decode(Files.readAllBytes(sentences));
            repository.insert(publicationId, language, new RecordingRepository.Kept(kept, text));
        }
    }

    private static void requireSmall(Path file, long largest) throws IOException {
        if (Files.size(file) > largest) {
            throw new Refused("refused.too-large", largest / 1024 / 1024);
        }
    }

    /** Writes what a publication has, as {@link #takeIn} reads it. */
    void writeOut(String publicationId, Path folder) throws IOException {
        for (Map.Entry<Language, RecordingRepository.Kept> one : repository
                .find(List.of(publicationId))
                .getOrDefault(publicationId, Map.of())
                .entrySet()) {
            Media sound = one.getValue().sound();
            Path from = media.find(sound.id())
                    .map(MediaLibrary.Stored::path)
                    .filter(Files::exists)
                    .orElseThrow(() -> new Refused("refused.media-lost", sound.name()));
            String code = one.getKey().code();
            Files.copy(from, folder.resolve(code + ENDINGS.get(sound.type())));
            Files.write(folder.resolve(code + SENTENCES), one.getValue().text().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** By the id of the publication; those without are not in it. */
    Map<String, Map<Language, Recording>> of(Collection<String> publicationIds) {
        Map<String, Map<Language, Recording>> recordings = new HashMap<>();
        repository.find(publicationIds).forEach((id, ofOne) -> {
            Map<Language, Recording> own = new EnumMap<>(Language.class);
            ofOne.forEach((language, kept) -> own.put(language, Recording.of(kept.sound(), kept.text())));
            recordings.put(id, own);
        });
        return recordings;
    }
}
