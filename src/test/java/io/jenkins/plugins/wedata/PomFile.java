package io.jenkins.plugins.wedata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a pom.xml says by itself: nothing is inherited but the properties that are handed in. */
final class PomFile {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    private final Element project;
    private final Map<String, String> properties = new TreeMap<>();

    private PomFile(Element project, Map<String, String> inherited) {
        this.project = project;
        properties.putAll(inherited);
        elements("/project/properties/*").forEach(e -> properties.put(e.getTagName(), text(e)));
    }

    static PomFile read(Path file, Map<String, String> inherited) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new PomFile(factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement(), inherited);
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    Map<String, String> properties() {
        return properties;
    }

    /** The text of the one element at the path, its properties resolved; empty where there is none. */
    String text(String path) {
        List<Element> found = elements(path);
        return found.isEmpty() ? "" : resolve(text(found.get(0)));
    }

    List<String> texts(String path) {
        return elements(path).stream().map(e -> resolve(text(e))).toList();
    }

    List<Artifact> dependencies() {
        return artifacts("/project/dependencies/dependency");
    }

    List<Artifact> managedDependencies() {
        return artifacts("/project/dependencyManagement/dependencies/dependency");
    }

    List<Artifact> managedPlugins() {
        return artifacts("/project/build/pluginManagement/plugins/plugin");
    }

    private List<Artifact> artifacts(String path) {
        return elements(path).stream()
                .map(e -> new Artifact(
                        child(e, "groupId", "org.apache.maven.plugins"),
                        child(e, "artifactId", ""),
                        child(e, "version", ""),
                        child(e, "scope", "compile")))
                .toList();
    }

    private String child(Element parent, String name, String absent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(n -> n.getNodeName().equals(name))
                .map(n -> resolve(n.getTextContent().strip()))
                .findFirst()
                .orElse(absent);
    }

    private String resolve(String value) {
        Matcher matcher = PROPERTY.matcher(value);
        String resolved =
                matcher.replaceAll(m -> Matcher.quoteReplacement(properties.getOrDefault(m.group(1), m.group())));
        return resolved.equals(value) ? value : resolve(resolved);
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private List<Element> elements(String path) {
        try {
            NodeList nodes = (NodeList) XPathFactory.newInstance()
                    .newXPath()
                    .evaluate(path, project.getOwnerDocument(), XPathConstants.NODESET);
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                elements.add((Element) nodes.item(i));
            }
            return elements;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** A dependency or a Maven plugin; the version is empty where something else manages it. */
    record Artifact(String group, String name, String version, String scope) {

        static Artifact parse(String coordinates) {
            String[] parts = coordinates.strip().split(":");
            return new Artifact(parts[0], parts[1], parts[2], "");
        }

        String key() {
            return group + ":" + name;
        }
    }
}
