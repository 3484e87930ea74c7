import { browserslistToTargets } from 'lightningcss';
import { minifyHTMLLiterals } from 'minify-literals';

// The browsers the library supports. Without targets Lightning CSS merges rules whose selectors not every browser knows (and
// such a browser drops them all); with older ones it rewrites light-dark() into variables of its own.
const targets = browserslistToTargets(['chrome 125', 'edge 125', 'firefox 128', 'safari 17.5']);

/** Minifies the html, svg and css templates of our own modules. */
export function minifyLiterals({ include = /\/(src|build)\// } = {}) {
  return {
    name: 'minify-literals',
    async transform(code, id) {
      if (!include.test(id) || !/\b(?:html|svg|css)\s*`/.test(code)) return null;
      const result = await minifyHTMLLiterals(code, {
        fileName: id,
        html: {
          collapseWhitespace: true,
          conservativeCollapse: true,
          removeComments: true,
          keepClosingSlash: true, // svg`<circle /><rect />` nests wrongly without it
          collapseBooleanAttributes: false,
          removeEmptyAttributes: false,
          removeRedundantAttributes: false,
          minifyCSS: false,
          sortAttributes: false,
        },
        css: { targets },
      });
      return result ? { code: result.code, map: result.map } : null;
    },
  };
}
