package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.Differences.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds sections whose heading is new, while what stands below it stood in the section before. Sections are told as they
 * are in one text, and what stood there as it is in the other; for headings that are gone the texts change sides.
 */
final class Partition {

    private static final TreeSet<Integer> NOWHERE = new TreeSet<>();

    private final Differences differences;

    Partition(Differences differences) {
        this.differences = differences;
    }

    /**
     * @param whole what stood in one section
     * @param parts what became of it: the section, and those after it that have no counterpart
     * @return what of the whole belongs to each part; null for one that is not made of it
     */
    List<Part> of(List<Block> whole, List<Section> parts) {
        List<Part> partition = of(whole, parts, false);
        if (!partition.contains(null)) {
            return partition;
        }
        List<Part> ofLines = of(lines(whole), parts, true);
        return Collections.frequency(ofLines, null) < Collections.frequency(partition, null) ? ofLines : partition;
    }

    private static List<Block> lines(List<Block> blocks) {
        return blocks.stream().flatMap(block -> block.lines().stream()).toList();
    }

    private List<Part> of(List<Block> whole, List<Section> parts, boolean byLine) {
        int[] starts = starts(whole, parts, byLine);
        List<Part> partition = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            partition.add(starts[part] < 0 ? null : part(whole, starts, part, parts.get(part)));
        }
        return partition;
    }

    private static Part part(List<Block> whole, int[] starts, int part, Section section) {
        int end = whole.size();
        for (int next = part + 1; next < starts.length; next++) {
            if (starts[next] >= 0) {
                end = starts[next];
                break;
            }
        }
        int start = starts[part];
        boolean headed = part > 0 && start < end && isHeading(whole.get(start), section);
        return new Part(
                headed ? Struck.without(whole.get(start).words()) : null,
                whole.subList(headed ? start + 1 : start, end));
    }

    private int[] starts(List<Block> whole, List<Section> parts, boolean byLine) {
        List<String> all = new ArrayList<>();
        List<Integer> partOf = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            List<Block> blocks = parts.get(part).blocks();
            for (Block block : byLine ? lines(blocks) : blocks) {
                all.add(block.comparable());
                partOf.add(part);
            }
        }
        int[] starts = new int[parts.size()];
        long[] common = new long[parts.size()];
        Arrays.fill(starts, -1);
        for (Stretch stretch :
                differences.of(whole.stream().map(Block::comparable).toList(), all)) {
            if (stretch.same()) {
                for (int place = stretch.newerStart(); place < stretch.newerEnd(); place++) {
                    int part = partOf.get(place);
                    common[part] += all.get(place).length();
                    if (starts[part] < 0) {
                        starts[part] = stretch.olderStart() + place - stretch.newerStart();
                    }
                }
            }
        }
        starts[0] = 0;
        findEmpty(whole, parts, starts);
        for (int part = 1; part < parts.size(); part++) {
            Section section = parts.get(part);
            if (section.blocks().isEmpty()) {
                continue;
            }
            if (common[part] * 2 < section.body().length() || common[part] == 0) {
                starts[part] = -1;
            } else if (starts[part] > 0 && isHeading(whole.get(starts[part] - 1), section)) {
                starts[part]--;
            }
        }
        return starts;
    }

    /** A heading with nothing below it stands where its words stood. */
    private static void findEmpty(List<Block> whole, List<Section> parts, int[] starts) {
        Map<String, TreeSet<Integer>> places = new HashMap<>();
        for (int place = 0; place < whole.size(); place++) {
            for (String line : lines(whole.get(place))) {
                places.computeIfAbsent(line, unknown -> new TreeSet<>()).add(place);
            }
        }
        int[] ends = new int[parts.size()];
        int end = whole.size();
        for (int part = parts.size() - 1; part >= 0; part--) {
            ends[part] = end;
            end = starts[part] >= 0 ? starts[part] : end;
        }
        int after = 0;
        for (int part = 1; part < parts.size(); part++) {
            Section section = parts.get(part);
            if (section.blocks().isEmpty() && !section.comparable().isEmpty()) {
                Integer place =
                        places.getOrDefault(section.comparable(), NOWHERE).ceiling(after);
                starts[part] = place != null && place < ends[part] ? place : -1;
            }
            after = starts[part] >= 0 ? starts[part] + 1 : after;
        }
    }

    /** The words of a block that may become a heading, with its number and without a colon at the end. */
    private static List<String> lines(Block block) {
        String words = block.comparable();
        String line = words.endsWith(":") ? words.substring(0, words.length() - 1) : words;
        return List.of(line, words, Characters.comparable(block.marker()) + words);
    }

    /** Whether its words stood there before they were a heading. */
    private static boolean isHeading(Block block, Section section) {
        return lines(block).contains(section.comparable()) || block.comparable().equals(section.title());
    }

    /**
     * @param heading words that are a heading in the other text and none here; null if they are not there
     * @param blocks what stands below
     */
    record Part(String heading, List<Block> blocks) {}
}
