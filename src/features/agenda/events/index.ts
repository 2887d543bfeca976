export { type EventKind, eventKinds, eventStates, firmnesses } from './codes.ts'
export { replaceEvents, unlinkEvents, writeEvent } from './commands.ts'
export { type AgendaEvent, listComing, listEventsOf, listEventsWith } from './queries.ts'
export { type EventEntry, eventEntry } from './schema.ts'
