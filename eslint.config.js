/**
 * One lint configuration for the whole tree. A rule is an error or it is off (style.md): warnings decay.
 * What a rule here cannot see (resolved paths, capability order, catalogues) is checked in test/architecture.
 */
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const nodeGlobals = {
  AbortController: 'readonly',
  AbortSignal: 'readonly',
  Buffer: 'readonly',
  URL: 'readonly',
  URLSearchParams: 'readonly',
  clearInterval: 'readonly',
  clearTimeout: 'readonly',
  console: 'readonly',
  fetch: 'readonly',
  performance: 'readonly',
  process: 'readonly',
  setImmediate: 'readonly',
  setInterval: 'readonly',
  setTimeout: 'readonly',
};

const deepImports = {
  regex: '^#(core|platform|forum)/[^/]+/.+',
  message: 'Import another area through its index.ts only.',
};
const outward = (pattern, message) => ({ regex: pattern, message });

/** What a ring may not name in an import. Later blocks replace earlier ones, so every block carries its whole list. */
const ring = (files, ...patterns) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [deepImports, ...patterns] }] },
});

const processEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings come from #platform/config, the only reader of the environment.',
};
const jsxWords = [
  // A single Latin letter is a key on the keyboard.
  { selector: 'JSXText[value=/\\p{L}{2}|\\p{Lo}/u]', message: 'Words on a screen come from the catalogues.' },
  {
    selector: 'JSXElement > JSXExpressionContainer > Literal[value=/\\p{L}/u]',
    message: 'Words on a screen come from the catalogues.',
  },
  {
    selector: 'JSXElement > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]',
    message: 'Words on a screen come from the catalogues.',
  },
  {
    selector:
      'JSXAttribute[name.name=/^(aria-label|aria-description|title|alt|placeholder|label|description|nothingFoundMessage)$/] > Literal[value=/\\p{L}/u]',
    message: 'Words on a screen come from the catalogues.',
  },
];
const thrownSentence = {
  selector: 'ThrowStatement > NewExpression[callee.name=/Error$/] > Literal[value=/\\s/]',
  message: 'An error is a code from a catalogue (defineErrors); its text is made at the edge.',
};
const globalNow = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The time that decides is the database’s (tx.now()).',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The time that decides is the database’s (tx.now()).',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      '.data/',
      'node_modules/',
      '**/*.generated.ts',
      'apps/web/src/shared/api/schema.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Characters are counted and walked as code points on purpose; view classes describe shapes and are filled with plain data.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Costly, and there is nothing for them here: no enums; deprecations are the upgrade's business.
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Text from outside is cleaned of control characters by their codes.
      'no-control-regex': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: nodeGlobals },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },

  // Ring 1 runs in browsers too: no Node, no framework, nothing of the outer rings.
  ring(
    ['libs/core/**/*.ts'],
    outward('^node:', 'libs/core runs in browsers.'),
    outward('^(@nestjs|typeorm|pg|bullmq|nodemailer)(/|$)', 'libs/core uses no framework.'),
    outward('^#(platform|forum)/', 'libs/core is the innermost ring.'),
    outward('/(platform|forum|apps)/', 'libs/core is the innermost ring.'),
  ),
  ring(
    ['libs/platform/**/*.ts'],
    outward('^#forum/', 'libs/platform knows no capability.'),
    outward('/(forum|apps)/', 'libs/platform knows no capability.'),
  ),
  ring(['libs/forum/**/*.ts'], outward('/apps/', 'Libraries never import a delivery app.')),
  ring(
    ['libs/forum/*/domain/**/*.ts'],
    outward(
      '^(@nestjs|typeorm|pg|bullmq|nodemailer|node:(?!crypto$))',
      'Domain rules are pure functions over plain data.',
    ),
    // The shape of what leaves (a letter, a job) may be named; types vanish when compiled.
    { ...outward('^#platform/', 'Domain rules are pure functions over plain data.'), allowTypeImports: true },
  ),
  ring(
    ['apps/api/**/*.ts', 'apps/worker/**/*.ts'],
    outward('/apps/', 'One delivery app never imports another.'),
    outward('^typeorm$', 'Delivery owns no SQL.'),
  ),
  ring(
    ['apps/web/src/**/*.{ts,tsx}'],
    outward('^#(platform|forum)/', 'The browser sees libs/core only.'),
    outward('^(node:|@nestjs|typeorm|pg$)', 'The browser sees libs/core only.'),
  ),
  {
    files: ['migrations/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [outward('^(?!typeorm$)', 'A migration imports typeorm and nothing else.')] },
      ],
    },
  },

  // Words, settings and time.
  {
    files: ['libs/core/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', processEnv, thrownSentence] },
  },
  { files: ['libs/platform/**/*.ts'], rules: { 'no-restricted-syntax': ['error', processEnv, thrownSentence] } },
  { files: ['libs/platform/config/**/*.ts'], rules: { 'no-restricted-syntax': ['error', thrownSentence] } },
  {
    files: ['libs/forum/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', processEnv, thrownSentence, ...globalNow] },
  },
  { files: ['apps/web/src/**/*.{ts,tsx}'], rules: { 'no-restricted-syntax': ['error', processEnv, ...jsxWords] } },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: Object.fromEntries(Object.keys(reactHooks.configs.flat.recommended.rules).map((rule) => [rule, 'error'])),
  },
  {
    // Tests read answers of unknown shape and hand functions to matchers.
    files: ['**/*.{spec,int-spec,e2e-spec,browser-spec}.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [deepImports] }],
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // TypeORM's own type of a list of entity classes.
    files: ['libs/platform/database/database.ts'],
    rules: { '@typescript-eslint/no-unsafe-function-type': 'off' },
  },
  {
    // Commands and process entries talk to a terminal.
    files: ['scripts/**/*.ts', 'apps/*/src/main.ts', 'apps/*/src/commands/**/*.ts', 'apps/api/src/main/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
