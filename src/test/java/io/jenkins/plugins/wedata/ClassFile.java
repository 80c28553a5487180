package io.jenkins.plugins.wedata;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a class file says it is and links to (Java Virtual Machine Specification, chapter 4).
 *
 * @param name internal name, as are all others here
 * @param superTypes the super class first
 * @param declared own fields and methods, name and descriptor in one
 * @param classes classes in the constant pool
 * @param members fields and methods in the constant pool
 * @param texts the texts that its code holds; of a text that is put together, the parts, with a control character for
 *     each place between them
 */
record ClassFile(
        String name,
        List<String> superTypes,
        Set<String> declared,
        Set<String> classes,
        Set<Member> members,
        Set<String> texts) {

    /**
     * A reference to a field or method.
     *
     * @param kind {@code field}, {@code method} or {@code interface-method}, which the JVM tells apart
     */
    record Member(String kind, String owner, String name, String descriptor) {

        String key() {
            return name + " " + descriptor;
        }
    }

    static ClassFile read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        if (in.readInt() != 0xCAFEBABE) {
            throw new IOException("not a class file");
        }
        in.readInt();
        Pool pool = Pool.read(in);
        in.readUnsignedShort();
        String name = pool.className(in.readUnsignedShort());
        List<String> superTypes = new ArrayList<>();
        superTypes.add(pool.className(in.readUnsignedShort()));
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            superTypes.add(pool.className(in.readUnsignedShort()));
        }
        Set<String> declared = new HashSet<>();
        for (int kind = 0; kind < 2; kind++) {
            for (int i = in.readUnsignedShort(); i > 0; i--) {
                in.readUnsignedShort();
                declared.add(pool.text(in.readUnsignedShort()) + " " + pool.text(in.readUnsignedShort()));
                for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                    in.readUnsignedShort();
                    in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
                }
            }
        }
        return new ClassFile(name, superTypes, declared, pool.classes(), pool.members(), pool.constants());
    }

    private record Pool(int[] tags, int[] first, int[] second, String[] texts) {

        private static final int UTF8 = 1;
        private static final int LONG = 5;
        private static final int DOUBLE = 6;
        private static final int CLASS = 7;
        private static final int TEXT = 8;
        private static final int FIELD = 9;
        private static final int METHOD = 10;
        private static final int INTERFACE_METHOD = 11;

        static Pool read(DataInputStream in) throws IOException {
            int size = in.readUnsignedShort();
            Pool pool = new Pool(new int[size], new int[size], new int[size], new String[size]);
            for (int i = 1; i < size; i++) {
                int tag = in.readUnsignedByte();
                pool.tags[i] = tag;
                switch (tag) {
                    case UTF8 -> pool.texts[i] = in.readUTF();
                    case 3, 4 -> in.readInt();
                    case LONG, DOUBLE -> {
                        in.readLong();
                        i++;
                    }
                    case CLASS, TEXT, 16, 19, 20 -> pool.first[i] = in.readUnsignedShort();
                    case FIELD, METHOD, INTERFACE_METHOD, 12, 17, 18 -> {
                        pool.first[i] = in.readUnsignedShort();
                        pool.second[i] = in.readUnsignedShort();
                    }
                    case 15 -> {
                        in.readUnsignedByte();
                        in.readUnsignedShort();
                    }
                    default -> throw new IOException("constant of unknown kind " + tag);
                }
            }
            return pool;
        }

        String text(int index) {
            return texts[index];
        }

        String className(int index) {
            return index == 0 ? "" : texts[first[index]];
        }

        /** Classes by name; of an array, the class of its elements. */
        Set<String> classes() {
            Set<String> classes = new HashSet<>();
            for (int i = 1; i < tags.length; i++) {
                if (tags[i] == CLASS) {
                    classes.add(className(i).replaceFirst("^\\[+L(.*);$", "$1"));
                }
            }
            return classes;
        }

        /** What the code holds as a text; not the values of annotations, which are no such constants. */
        Set<String> constants() {
            Set<String> constants = new HashSet<>();
            for (int i = 1; i < tags.length; i++) {
                if (tags[i] == TEXT) {
                    constants.add(texts[first[i]]);
                }
            }
            return constants;
        }

        Set<Member> members() {
            Set<Member> members = new HashSet<>();
            for (int i = 1; i < tags.length; i++) {
                if (tags[i] == FIELD || tags[i] == METHOD || tags[i] == INTERFACE_METHOD) {
                    String kind = tags[i] == FIELD ? "field" : tags[i] == METHOD ? "method" : "interface-method";
                    int nameAndType = second[i];
                    members.add(
                            new Member(kind, className(first[i]), text(first[nameAndType]), text(second[nameAndType])));
                }
            }
            return members;
        }
    }
}
