export { contacts } from './feature.ts'
export { addHolder } from './holders/commands.ts'
export { usualTransferBasis } from './legal.ts'
export { addPost, removePost } from './posts/commands.ts'
