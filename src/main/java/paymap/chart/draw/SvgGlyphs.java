package paymap.chart.draw;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.LinkedHashMap;
import java.util.Map;

/** Letters as shapes, each defined once and used wherever it stands. */
final class SvgGlyphs {

    private record Key(String font, float size, int glyph) {}

    private final Map<Key, String> ids = new LinkedHashMap<>();
    private final StringBuilder shapes = new StringBuilder();

    /** The text as references to its letters. */
    String uses(String text, Font font, double x, double y) {
        GlyphVector letters = font.createGlyphVector(Fonts.context(), text);
        StringBuilder uses = new StringBuilder();
        for (int i = 0; i < letters.getNumGlyphs(); i++) {
            String id = id(letters, i, font);
            if (!id.isEmpty()) {
                Point2D at = letters.getGlyphPosition(i);
                uses.append("<use xlink:href=\"#").append(id).append("\" x=\"");
                uses.append(SvgShapes.number(x + at.getX())).append("\" y=\"").append(SvgShapes.number(y));
                uses.append("\"/>");
            }
        }
        return uses.toString();
    }

    /** What the references refer to. */
    String definitions() {
        return shapes.isEmpty() ? "" : "<defs>\n" + shapes + "</defs>\n";
    }

    /** Empty for a space. */
    private String id(GlyphVector letters, int place, Font font) {
        Key key = new Key(font.getFontName(), font.getSize2D(), letters.getGlyphCode(place));
        String known = ids.get(key);
        if (known != null) {
            return known;
        }
        Point2D at = letters.getGlyphPosition(place);
        String path = SvgShapes.path(letters.getGlyphOutline(place)
                .getPathIterator(AffineTransform.getTranslateInstance(-at.getX(), -at.getY())));
        String id = path.isEmpty() ? "" : "g" + ids.size();
        ids.put(key, id);
        if (!path.isEmpty()) {
            shapes.append("<path id=\"")
                    .append(id)
                    .append("\" d=\"")
                    .append(path)
                    .append("\"/>\n");
        }
        return id;
    }
}
