package pikett.playground.botapi.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.playground.telegram.text.FormattedText;

/// Both markup languages: what they mean, and every way to get them wrong.
final class MarkupTest {
    private static String shown(MarkupLanguage language, String source) throws BadMarkupException {
        FormattedText text = language.parse(source);
        List<String> entities =
                text.entities().stream()
                        .map(e ->
                                e.kind().wireName()
                                        + "@"
                                        + e.offset()
                                        + "+"
                                        + e.length()
                                        + (e.argument() == null ? "" : "=" + e.argument()))
                        .toList();
        return text.text() + " | " + entities.stream().collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¬',
            value = {
                "a <b>bold</b> c § a bold c | bold@2+4",
                "<b><i>both</i></b> § both | bold@0+4 italic@0+4",
                "<strong>a</strong><em>b</em><u>c</u><ins>d</ins><s>e</s><del>f</del> § abcdef | bold@0+1 italic@1+1 underline@2+1 underline@3+1 strikethrough@4+1 strikethrough@5+1",
                "🔴<b>x</b> § 🔴x | bold@2+1",
                "1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot; &#33; &#x21; § 1 < 2 && 3 > 2 \" ! ! | ",
                "&nbsp; &unknown; & § &nbsp; &unknown; & | ",
                "<a href=\"https://x.example/?a=1&amp;b=2\">here</a> § here | text_link@0+4=https://x.example/?a=1&b=2",
                "<a href='tg://user?id=42'>Anna</a> § Anna | text_mention@0+4=42",
                "<a href=\"not a link\">x</a> § x | ",
                "<code>ls -l</code> § ls -l | code@0+5",
                "<pre>block</pre> § block | pre@0+5",
                "<pre><code class=\"language-java\">int x;</code></pre> § int x; | pre@0+6=java",
                "<span class=\"tg-spoiler\">s</span><tg-spoiler>t</tg-spoiler> § st | spoiler@0+1 spoiler@1+1",
                "<blockquote>q</blockquote><blockquote expandable>r</blockquote> § qr | blockquote@0+1 expandable_blockquote@1+1",
                "<tg-emoji emoji-id=\"5368324170671202286\">👍</tg-emoji> § 👍 | custom_emoji@0+2=5368324170671202286",
                "<B>case</b > § case | bold@0+4",
                "<b>short</> § short | bold@0+5",
                "<b></b>x § x | "
            })
    void htmlMeans(String source, String expected) throws BadMarkupException {
        assertThat(shown(MarkupLanguage.HTML, source).strip()).isEqualTo(expected.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¬',
            value = {
                "ü<div>x</div> § Unsupported start tag \"div\" at byte offset 2",
                "a < b § Unsupported start tag \"\" at byte offset 2",
                "<b>x § Can't find end tag corresponding to start tag \"b\"",
                "x</b> § Unexpected end tag at byte offset 1",
                "<b>x</i> § Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
                "<b>x</b § Unclosed end tag at byte offset 4",
                "<b § Unclosed start tag at byte offset 0",
                "<a href=\"x>y</a> § Unclosed start tag at byte offset 0",
                "<a href>y</a> § Expected equal sign in declaration of an attribute of the tag \"a\" at byte offset 0",
                "<a =x>y</a> § Empty attribute name in the tag \"a\" at byte offset 0",
                "<a href=http://x>y</a> § Unexpected end of name token at byte offset 8",
                "<span>x</span> § Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
                "<tg-emoji emoji-id=\"zero\">x</tg-emoji> § Invalid custom emoji identifier specified"
            })
    void htmlIsRefused(String source, String problem) {
        assertThatThrownBy(() -> MarkupLanguage.HTML.parse(source))
                .isInstanceOf(BadMarkupException.class)
                .hasMessage(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¬',
            value = {
                "a *bold* c § a bold c | bold@2+4",
                "*b _i_ ~s~ ||p||* § b i s p | bold@0+7 italic@2+1 strikethrough@4+1 spoiler@6+1",
                "__u__ _i_ § u i | underline@0+1 italic@2+1",
                "🔴*x* § 🔴x | bold@2+1",
                "\\_\\*\\[\\.\\! § _*[.! | ",
                "[here](https://x.example/a\\)b) § here | text_link@0+4=https://x.example/a)b",
                "[Anna](tg://user?id=42) § Anna | text_mention@0+4=42",
                "![👍](tg://emoji?id=5368324170671202286) § 👍 | custom_emoji@0+2=5368324170671202286",
                "`a_b*c` § a_b*c | code@0+5"
            })
    void markdownMeans(String source, String expected) throws BadMarkupException {
        assertThat(shown(MarkupLanguage.MARKDOWNV2, source).strip()).isEqualTo(expected.strip());
    }

    @Test
    void markdownHasBlocksAndQuotations() throws BadMarkupException {
        assertThat(shown(MarkupLanguage.MARKDOWNV2, "```java\nint x;\n```"))
                .isEqualTo("int x;\n | pre@0+7=java");
        assertThat(shown(MarkupLanguage.MARKDOWNV2, "```\nplain```")).isEqualTo("plain | pre@0+5");
        assertThat(shown(MarkupLanguage.MARKDOWNV2, ">one\n>two\nafter"))
                .isEqualTo("one\ntwo\nafter | blockquote@0+7");
        assertThat(shown(MarkupLanguage.MARKDOWNV2, "before\n>quoted"))
                .isEqualTo("before\nquoted | blockquote@7+6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¬',
            value = {
                "one. § Character '.' is reserved and must be escaped with the preceding '\\'",
                "a-b § Character '-' is reserved and must be escaped with the preceding '\\'",
                "a > b § Character '>' is reserved and must be escaped with the preceding '\\'",
                "a | b § Character '|' is reserved and must be escaped with the preceding '\\'",
                "hey! § Character '!' is reserved and must be escaped with the preceding '\\'",
                "ü*x § Can't find end of Bold entity at byte offset 2",
                "_x § Can't find end of Italic entity at byte offset 0",
                "`x § Can't find end of Code entity at byte offset 0",
                "```java int § Can't find end of PreCode entity at byte offset 0",
                "[x](http://y § Can't find end of a URL at byte offset 4",
                "![x] § Custom emoji entity must contain a tg://emoji URL",
                "![x](http://y) § Invalid custom emoji identifier specified"
            })
    void markdownIsRefused(String source, String problem) {
        assertThatThrownBy(() -> MarkupLanguage.MARKDOWNV2.parse(source))
                .isInstanceOf(BadMarkupException.class)
                .hasMessage(problem);
    }
}
