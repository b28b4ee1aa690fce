export { type Bounds, boundsOfRational } from './bounds'
export { areApart, areFarther, boundsOf, knownAs, type LazyField, lazily, lazyField } from './field'
export { Exactly, Lazy } from './lazy'
