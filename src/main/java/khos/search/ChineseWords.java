package khos.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import khos.analysis.Analyzers;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Where the words of a run of Chinese characters end. */
final class ChineseWords {
    private ChineseWords() {}

    /** The lengths of the words in characters, of 我们学习 2 and 2; what the dictionary leaves out is part of a word too. */
    static List<Integer> lengths(String run, int characters) {
        List<Integer> lengths = new ArrayList<>();
        int done = 0;
        try (TokenStream stream = Analyzers.words().tokenStream("", new StringReader(run))) {
            var offset = stream.getAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                int end = run.codePointCount(0, Math.min(run.length(), offset.endOffset()));
                if (end > done) {
                    lengths.add(end - done);
                    done = end;
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (done < characters) {
            lengths.add(characters - done);
        }
        return lengths;
    }
}
