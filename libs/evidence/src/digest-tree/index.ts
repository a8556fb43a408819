export {
  digestOfBranches,
  DigestTree,
  digestTreeDepth,
  hexByte,
  placeOf,
  type Branch,
  type HeldDocument,
} from './digest-tree.js';
