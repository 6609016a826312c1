// The scripts and style sheets of the public pages are for browsers six years old: what the browsers of the end
// of 2020 cannot read or do not have is an error.
import css from "@eslint/css";
import compat from "eslint-plugin-compat";

const YEAR = 2020;

// What a page may use all the same, and how it looks where it is missing.
const WITHOUT_LOSS = {
  allowAtRules: ["page"], // printed with the browser's own margins
  allowSelectors: [
    "details-content", // a script opens what is folded before printing
    "focus-visible", // the ring of :focus shows, after a click too
    "marker", // list marks in the text's colour
  ],
  allowProperties: [
    "accent-color", // a ticked box in the browser's colour
    "aspect-ratio", // pictures in their own shape, whole
    "break-after", // page breaks as they come, or by the older name beside it
    "break-inside",
    "page-break-after",
    "page-break-inside",
    "clip", // old everywhere; only its name is out of favour
    "content-visibility", // used with details-content only
    "color-scheme", // light form controls in the dark scheme
    "outline", // had by all for long; only its corners differ
    "overscroll-behavior", // the page scrolls on where a list in it ends
    "overflow-wrap", // `anywhere` counts as `normal`: a table scrolls
    "print-color-adjust", // marks before list items not printed
    "scroll-padding-top", // an anchor at the very edge
    "text-autospace", // no thin space between Chinese and Latin letters
    "text-decoration-thickness", // links underlined as the browser does it
    "text-size-adjust",
    "text-spacing-trim", // punctuation at a heading's edge takes its full width
    "text-wrap", // lines broken where they are full
  ],
};

export default [
  {
    ...compat.configs["flat/recommended"],
    files: ["**/*.js"],
    languageOptions: {
      ...compat.configs["flat/recommended"].languageOptions,
      ecmaVersion: YEAR,
      sourceType: "module",
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    settings: { browsers: [`baseline ${YEAR}`], lintAllEsApis: true },
  },
  {
    files: ["**/*.css"],
    language: "css/css",
    languageOptions: { customSyntax: { properties: { "text-autospace": "normal | no-autospace" } } },
    plugins: { css },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "css/no-duplicate-imports": "error",
      "css/no-empty-blocks": "error",
      "css/no-invalid-properties": ["error", { allowUnknownVariables: true }],
      "css/use-baseline": ["error", { available: YEAR, ...WITHOUT_LOSS }],
    },
  },
];
