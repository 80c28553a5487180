package io.jenkins.plugins.wedata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists what class files link to in Jenkins, one line for each class, field and method. */
final class Signatures {

    private static final String OWN = "io/jenkins/plugins/wedata/";
    private static final Pattern JENKINS = Pattern.compile(
            "(hudson|jenkins|io/jenkins|com/cloudbees|org/jenkins|org/jenkinsci|org/kohsuke|org/jvnet)/.*");

    private final Map<String, ClassFile> own;
    private final ClassLoader loader = Signatures.class.getClassLoader();

    private Signatures(Collection<ClassFile> own) {
        this.own = own.stream().collect(Collectors.toMap(ClassFile::name, Function.identity()));
    }

    /** The lines for all class files below the folder, sorted. */
    static SortedSet<String> of(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return of(files.filter(file -> file.toString().endsWith(".class"))
                    .map(Signatures::read)
                    .toList());
        }
    }

    /** The lines for the class files, sorted. */
    static SortedSet<String> of(Collection<ClassFile> classes) {
        Signatures signatures = new Signatures(classes);
        SortedSet<String> lines = new TreeSet<>();
        for (ClassFile classFile : classes) {
            classFile.classes().stream().filter(Signatures::isJenkins).forEach(name -> lines.add("class " + name));
            classFile.members().stream()
                    .flatMap(member -> signatures.inJenkins(member).stream())
                    .forEach(lines::add);
        }
        return lines;
    }

    private static ClassFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return ClassFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static boolean isJenkins(String name) {
        return JENKINS.matcher(name).matches() && !name.startsWith(OWN);
    }

    private Optional<String> inJenkins(ClassFile.Member member) {
        if (isJenkins(member.owner())) {
            return Optional.of(line(member, member.owner()));
        }
        return own.containsKey(member.owner()) ? inherited(member) : Optional.empty();
    }

    /** A member that one of our classes names as its own may be one that it has from Jenkins. */
    private Optional<String> inherited(ClassFile.Member member) {
        Deque<String> types = new ArrayDeque<>(List.of(member.owner()));
        while (!types.isEmpty()) {
            String type = types.remove();
            ClassFile classFile = own.get(type);
            if (classFile != null) {
                if (classFile.declared().contains(member.key())) {
                    return Optional.empty();
                }
                types.addAll(classFile.superTypes());
            } else if (Linkage.find(line(member, type), loader).isEmpty()) {
                return isJenkins(type) ? Optional.of(line(member, type)) : Optional.empty();
            }
        }
        throw new IllegalStateException("nothing declares " + member);
    }

    private static String line(ClassFile.Member member, String owner) {
        String kind = member.kind().equals("field") ? "field" : "method";
        boolean sameOwner = owner.equals(member.owner());
        return (sameOwner ? member.kind() : kind) + " " + owner + " " + member.key();
    }
}
