// The rules for the scripts of the pages: npx eslint graph/foedus/view
import js from "@eslint/js";

const browser = [
  "Blob", "CSS", "DecompressionStream", "Path2D", "ResizeObserver", "Response", "URL", "URLSearchParams", "atob",
  "clearTimeout", "document", "getComputedStyle", "history", "location", "performance", "requestAnimationFrame",
  "setTimeout", "window",
];

export default [
  { ignores: ["**/*.min.js", ".venv/**", "node_modules/**"] },
  js.configs.recommended,
  {
    files: ["graph/foedus/view/js/*.js"],
    languageOptions: {
      ecmaVersion: 2023,
      sourceType: "module",
      globals: Object.fromEntries(browser.map((name) => [name, "readonly"])),
    },
    rules: {
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({ property, message: "text only: dom.js" })),
      ],
      "no-eval": "error", "no-implied-eval": "error", "no-new-func": "error", eqeqeq: "error", "prefer-const": "error", "no-var": "error",
      "max-lines": ["error", 300], "max-lines-per-function": ["error", 60], complexity: ["error", 16],
    },
  },
  { files: ["graph/foedus/view/map/*.mjs"], languageOptions: { globals: { process: "readonly" } } },
];
