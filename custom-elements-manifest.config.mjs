import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { writtenTypes } from './tools/manifest-types.mjs';

/** Leaves out what users of the elements cannot reach. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter(
          (member) =>
            !['private', 'protected'].includes(member.privacy) && !member.name.startsWith('#') && !member.static,
        );
      }
    }
  },
};

export default {
  globs: ['src/elements/*/*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [
    publicOnly,
    writtenTypes,
    customElementVsCodePlugin({ outdir: 'dist/ide' }),
    customElementJetBrainsPlugin({ outdir: 'dist/ide', packageJson: false }),
  ],
};
