/* Generated from schemas/ by `npm run generate`. Do not edit. */
import type { ContainerMove } from './container-move.js';
import type { Declaration } from './declaration.js';

export type { ContainerMove, Declaration };

/** The body of each document type. */
export interface DocumentBodies {
  ContainerMove: ContainerMove;
  Declaration: Declaration;
}

export type DocumentType = keyof DocumentBodies;
