package khos.markdown;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * A block whose sentences get their anchors: {@code *甲。乙* 丙。丁。} with the sentences {@code *甲。}, {@code 乙* 丙。} and
 * {@code 丁。} becomes {@code *[甲。][乙]* 丙。[丁。]}. An anchor opens directly before the first character of its sentence and ends
 * with it, or with the inline container that it began in: the tree stays a tree.
 */
final class AnchoredBlock {
    private final Node block;
    private final List<Leaf> leaves = new ArrayList<>();
    /** Where the text of a node ends in that of the block. */
    private final Map<Node, Integer> ends = new IdentityHashMap<>();

    private final StringBuilder text = new StringBuilder();
    /** The leaves before it end before all sentences that are still to come. */
    private int next;

    /** An inline node that holds text or is shown as a whole, and where it stands in the text of the block. */
    private record Leaf(Node node, int start, int end) {}

    AnchoredBlock(Node block) {
        this.block = block;
        read(block);
    }

    private void read(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            String words = PlainText.leaf(child);
            if (words != null) {
                leaves.add(new Leaf(child, text.length(), text.length() + words.length()));
                text.append(words);
            } else {
                read(child);
            }
            ends.put(child, text.length());
        }
    }

    /** @param anchors of this block, in order */
    void put(List<Anchor> anchors) {
        String words = text.toString();
        int[] starts =
                new SentencePlaces(words).of(anchors.stream().map(Anchor::text).toList());
        for (int i = 0; i < starts.length; i++) {
            int end = i + 1 < starts.length ? starts[i + 1] : words.length();
            while (end > starts[i] && Character.isWhitespace(words.charAt(end - 1))) {
                end--;
            }
            put(new Anchored(anchors.get(i).id()), starts[i], end);
        }
    }

    private void put(Anchored anchored, int start, int end) {
        Node first = nodeAt(start);
        if (first == null) {
            block.appendChild(anchored);
            return;
        }
        nodeAt(end);
        Node node = outermost(first, end);
        node.insertBefore(anchored);
        while (node != null && end > start && end(node) <= end) {
            Node following = node.getNext();
            anchored.appendChild(node);
            node = following;
        }
    }

    /** The leaf whose text begins at {@code place}, cut off from what is before it, or the whole one that holds the place. */
    private @Nullable Node nodeAt(int place) {
        while (next < leaves.size() && leaves.get(next).end() <= place) {
            next++;
        }
        if (next == leaves.size()) {
            return null;
        }
        Leaf leaf = leaves.get(next);
        if (leaf.start() < place && leaf.node() instanceof Text before) {
            String literal = before.getLiteral();
            var after = new Text(literal.substring(place - leaf.start()));
            before.setLiteral(literal.substring(0, place - leaf.start()));
            before.insertAfter(after);
            ends.put(before, place);
            ends.put(after, leaf.end());
            leaves.set(next, new Leaf(after, place, leaf.end()));
        }
        return leaves.get(next).node();
    }

    /** The largest node that begins with {@code node} and does not go beyond {@code end}. */
    private Node outermost(Node node, int end) {
        Node outermost = node;
        Node parent = node.getParent();
        while (parent != block && outermost.getPrevious() == null && end(parent) <= end) {
            outermost = parent;
            parent = outermost.getParent();
        }
        return outermost;
    }

    private int end(Node node) {
        return ends.getOrDefault(node, 0);
    }
}
