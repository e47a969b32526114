package io.agreements.keycloak.rest;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the sources say of classes, methods and their parameters, so that no document has to say it again. Of two classes of
 * one name the public one counts.
 */
final class JavadocComments {

    private final Map<String, Comment> comments = new HashMap<>();

    /** @param directory of Java sources, with what lies below it */
    static JavadocComments in(Path directory) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(directory);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            JavadocComments found = new JavadocComments();
            Reader reader = found.new Reader(DocTrees.instance(task));
            task.parse().forEach(unit -> reader.scan(unit, null));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param className simple name */
    Optional<Comment> onClass(String className) {
        return Optional.ofNullable(comments.get(className));
    }

    /** @param className simple name of the class that has the method */
    Optional<Comment> onMethod(String className, String methodName) {
        return Optional.ofNullable(comments.get(className + "#" + methodName));
    }

    /** @param answers null if nothing is said of it */
    record Comment(String words, Map<String, String> parameters, String answers) {

        String firstSentence() {
            int end = words.indexOf(". ");
            return end < 0 ? words : words.substring(0, end + 1);
        }
    }

    private final class Reader extends TreePathScanner<Void, Void> {

        private final DocTrees docs;
        private String owner;
        private boolean isPublic;

        Reader(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            String outer = owner;
            if (outer == null) {
                isPublic = tree.getModifiers().getFlags().contains(Modifier.PUBLIC);
            }
            owner = tree.getSimpleName().toString();
            note(owner);
            super.visitClass(tree, nothing);
            owner = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            note(owner + "#" + tree.getName());
            return super.visitMethod(tree, nothing);
        }

        private void note(String name) {
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (comment != null && (isPublic || !comments.containsKey(name))) {
                comments.put(name, read(comment));
            }
        }

        private static Comment read(DocCommentTree comment) {
            Map<String, String> parameters = new HashMap<>();
            String answers = null;
            for (DocTree tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree parameter) {
                    parameters.put(parameter.getName().toString(), plain(parameter.getDescription()));
                } else if (tag instanceof ReturnTree returned) {
                    answers = plain(returned.getDescription());
                }
            }
            return new Comment(plain(comment.getFullBody()), parameters, answers);
        }

        private static String plain(List<? extends DocTree> parts) {
            return parts.stream()
                    .map(Object::toString)
                    .collect(Collectors.joining())
                    .replaceAll("\\{@(?:code|link|linkplain)\\s+([^}]*)}", "$1")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}
