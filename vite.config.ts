import { defineConfig } from 'vite';
import { serverOnly } from './scripts/build/server-only.ts';
import { usedWords } from './scripts/build/used-words.ts';

// The server writes the HTML itself, so the client build has no index.html: the manifest tells it the hashed names.
// `#…` imports and the workspaces resolve from package.json.
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild === true
    ? { build: { target: 'es2024', minify: false, copyPublicDir: false } }
    : {
        publicDir: 'src/web/public',
        plugins: [usedWords(import.meta.dirname), serverOnly()],
        build: {
          target: 'es2022',
          manifest: true,
          // The entry would name the files of every page for preloading: 1.5 kB of each first load. A page's own imports are found one turn later.
          modulePreload: { polyfill: false, resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
          assetsInlineLimit: 0, // inlined fonts and workers would need data: and blob: in the policy
          reportCompressedSize: false,
          rolldownOptions: {
            input: { web: 'src/entry/web.tsx', face: 'src/web/styles/face.css', sw: 'src/entry/sw.ts' },
            output: {
              entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
              chunkFileNames: 'assets/[hash:7].js',
              // What most pages share comes in one file: a small one costs more in headers and turns than in bytes.
              codeSplitting: { groups: [{ name: 'kit', test: /src\/(web|kernel|words-compiled)\/|node_modules\/preact|preload-helper/, minShareCount: 30, includeDependenciesRecursively: false }] },
            },
          },
        },
        worker: { format: 'es' },
      },
);
