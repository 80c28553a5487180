package io.jenkins.plugins.wedata.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'A':'1'}                              | {'A':'1'}                                  | same",
                "{'A':'1'}                              | {'A':'2'}                                  | A",
                "{}                                     | {'A':''}                                   | same",
                "{'A':null}                             | {'A':[]}                                   | same",
                "{'A':'1'}                              | {}                                         | same",
                "{'A':'1','B':2}                        | {'B':3}                                    | B",
                "{'A':'1'}                              | {'A':''}                                   | A",
                "{'A':{'X':1,'Y':2}}                    | {'A':{'X':1}}                              | same",
                "{'A':{'X':1,'UpdateTime':'then'}}      | {'A':{'X':1,'UpdateTime':'now'}}           | same",
                "{'CodeContent':'bHM='}                 | {'CodeContent':'bH\\nM='}                  | same",
                "{'CodeContent':'bHM='}                 | {'CodeContent':'bHMK'}                     | CodeContent",
                "{'L':[{'ParamKey':'a'},{'ParamKey':'b'}]} | {'L':[{'ParamKey':'b'},{'ParamKey':'a'}]} | same",
                "{'L':[{'ParamKey':'a'},{'ParamKey':'b'}]} | {'L':[{'ParamKey':'a'}]}                | L",
                "{'L':[{'TaskId':'1'}]}                 | {'L':[{'TaskId':'1'},{'TaskId':'2'}]}      | L",
                "{'L':[{'Id':'1'},{'Id':'2'}]}          | {'L':[{'Id':'2'},{'Id':'1'}]}              | L",
                "{'L':[{'Id':'1','AppId':'9'}]}         | {'L':[{'Id':'1'}]}                         | same",
                "{'L':[{'Name':'a','Value':'1'},{'Name':'b','Value':'2'}]} | {'L':[{'Name':'a','Value':'1'}]} | same",
                "{'L':[{'Name':'a','Value':'1'}]}       | {'L':[{'Name':'a','Value':'2'}]}           | L",
                "{'TaskExtConfigurationList':[{'ParamKey':'a'}]} | {'TaskExtConfigurationList':[]}   | same",
                "{'L':['a','b']}                        | {'L':['b','a']}                            | L",
            })
    void onlyWhatMeansSomethingElseIsADifference(String present, String wanted, String fields) throws IOException {
        Difference difference = Difference.between(tree(present), tree(wanted));
        List<String> expected = fields.equals("same") ? List.of() : List.of("S." + fields);
        assertThat(difference.fields()).isEqualTo(expected);
        assertThat(difference.isNone()).isEqualTo(fields.equals("same"));
        assertThat(Difference.between(difference.expected(), tree(wanted)).isNone())
                .as("once it is as expected, nothing is sent any more")
                .isTrue();
    }

    @Test
    void aStructureThatIsNotThereYetDiffersInAllThatIsWanted() throws IOException {
        Difference difference = Difference.between(WireTree.empty(), tree("{'A':'1','B':'2'}"));
        assertThat(difference.fields()).containsExactly("S.A", "S.B");
        assertThat(difference.changes("S").toString()).isEqualTo("{\"A\":\"1\",\"B\":\"2\"}");
        assertThat(difference.changes("T").isMissingNode()).isTrue();
    }

    @Test
    void onlyAListThatDiffersLosesElements() throws IOException {
        ObjectNode present = tree("{'L':[{'ParamKey':'a'},{'ParamKey':'b'}],'M':[{'TaskId':'1'}]}");
        Difference difference = Difference.between(present, tree("{'L':[{'ParamKey':'b'}]}"));
        assertThat(difference.gone("S", "L", "ParamKey")).containsExactly("a");
        assertThat(difference.gone("S", "M", "TaskId")).isEmpty();
    }

    @Test
    void anElementWithoutItsKeyIsNotNamedByNothing() throws IOException {
        ObjectNode present = tree("{'L':[{'ParamKey':'a'},{'Table':'t'},{'ParamKey':''}]}");
        Difference difference = Difference.between(present, tree("{'L':[{'ParamKey':'b'}]}"));
        assertThat(difference.gone("S", "L", "ParamKey")).containsExactly("a");
    }

    @Test
    void aDigestIsThatOfTheMeaningAndTellsNothing() throws IOException {
        Difference one = Difference.between(tree("{}"), tree("{'CodeContent':'bHM='}"));
        JsonNode other = tree("{'CodeContent':'bHM\\n='}");
        assertThat(one.digests()).isEqualTo(Difference.digests((ObjectNode) other, one.fields()));
        assertThat(one.digests().get("S.CodeContent")).matches("[0-9a-f]{64}");
        assertThat(one.digests()).isNotEqualTo(Difference.digests(tree("{}"), one.fields()));
    }

    @Test
    void codeThatIsNoBase64IsComparedAsItIs() throws IOException {
        assertThat(Difference.between(tree("{'CodeContent':'='}"), tree("{'CodeContent':'='}"))
                        .isNone())
                .isTrue();
    }

    private static ObjectNode tree(String members) throws IOException {
        ObjectNode tree = JSON.createObjectNode();
        tree.set("S", JSON.readTree(members.replace('\'', '"')));
        return tree;
    }
}
