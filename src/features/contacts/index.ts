export { findSight } from './call.ts'
export { contacts } from './feature.ts'
export { listPosts, type Post } from './posts/queries.ts'
