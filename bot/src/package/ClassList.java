import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The list that the start cache is made from: a class a line, and after its name which of its call sites (lambdas,
/// method references, joined strings) were linked, counted from 0 in the order of its constant pool.
///
/// The runtime itself speaks of a call site by its place in the constant pool, which moves with every change of the
/// class. The count of another one may be meant after a change, too: then that one is linked, which does no harm.
///
///     java ClassList.java record PACKAGE RECORD...    what runs have loaded (-XX:DumpLoadedClassList), as such a list
///     java ClassList.java resolve PACKAGE LIST        such a list, as the runtime reads it (-XX:SharedClassListFile)
final class ClassList {
    private final URLClassLoader jars;
    private final FileSystem modules;

    private ClassList(Path packaged) throws IOException {
        Path lib = packaged.resolve("lib");
        List<URL> urls = new ArrayList<>();
        for (String jar : Files.readAllLines(lib.resolve("class-path"))) {
            urls.add(lib.resolve(jar).toUri().toURL());
        }
        this.jars = new URLClassLoader(urls.toArray(URL[]::new), null);
        this.modules =
                FileSystems.newFileSystem(
                        URI.create("jrt:/"),
                        Map.of("java.home", packaged.resolve("runtime").toString()));
    }

    public static void main(String[] arguments) throws IOException {
        ClassList list = new ClassList(Path.of(arguments[1]).toAbsolutePath());
        List<Path> files = Arrays.stream(arguments).skip(2).map(Path::of).toList();
        List<String> lines =
                switch (arguments[0]) {
                    case "record" -> list.record(files);
                    case "resolve" -> list.resolve(files.getFirst());
                    default -> throw new IllegalArgumentException(arguments[0]);
                };
        lines.forEach(System.out::println);
    }

    private List<String> record(List<Path> records) throws IOException {
        SortedMap<String, SortedSet<Integer>> linked = new TreeMap<>();
        for (Path file : records) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ");
                if (words[0].equals("@cp")) {
                    List<Integer> sites = sites(words[1]);
                    Arrays.stream(words)
                            .skip(2)
                            .map(place -> sites.indexOf(Integer.parseInt(place)))
                            .filter(site -> site >= 0)
                            .forEach(linked.computeIfAbsent(words[1], _ -> new TreeSet<>())::add);
                } else if (isClass(line)) {
                    linked.computeIfAbsent(words[0], _ -> new TreeSet<>());
                }
            }
        }
        return linked.entrySet().stream()
                .map(entry -> entry.getKey() + joined(entry.getValue()))
                .toList();
    }

    /// Classes of a loader of their own are not kept.
    private static boolean isClass(String line) {
        return !line.startsWith("#") && !line.startsWith("@") && !line.contains(" source: ");
    }

    private List<String> resolve(Path file) throws IOException {
        List<String> classes = new ArrayList<>();
        List<String> linked = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split(" ");
            classes.add(words[0]);
            List<Integer> sites = words.length > 1 ? sites(words[0]) : List.of();
            List<Integer> places =
                    Arrays.stream(words)
                            .skip(1)
                            .map(Integer::valueOf)
                            .filter(site -> site < sites.size())
                            .map(sites::get)
                            .toList();
            if (!places.isEmpty()) {
                linked.add("@cp " + words[0] + joined(places));
            }
        }
        classes.addAll(linked);
        return classes;
    }

    private static String joined(Iterable<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        numbers.forEach(number -> text.append(' ').append(number));
        return text.toString();
    }

    /// Where the call sites of a class stand in its constant pool; none of a class that is not there any more.
    private List<Integer> sites(String name) {
        byte[] bytes = bytes(name);
        if (bytes.length == 0) {
            return List.of();
        }
        List<Integer> places = new ArrayList<>();
        for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
            if (entry instanceof InvokeDynamicEntry) {
                places.add(entry.index());
            }
        }
        return places;
    }

    private byte[] bytes(String name) {
        // Not the stream of a resource: that would be asked of the Java that runs this, which is another one.
        URL ofJar = jars.findResource(name + ".class");
        if (ofJar == null) {
            return ofRuntime(name);
        }
        try (InputStream in = ofJar.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] ofRuntime(String name) {
        int end = name.lastIndexOf('/');
        Path links = modules.getPath("/packages", name.substring(0, Math.max(end, 0)).replace('/', '.'));
        if (end < 0 || !Files.exists(links)) {
            return new byte[0];
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(links)) {
            for (Path module : found) {
                Path file = modules.getPath("/modules", module.getFileName().toString(), name + ".class");
                if (Files.exists(file)) {
                    return Files.readAllBytes(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new byte[0];
    }
}
