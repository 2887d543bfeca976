import { programRecord } from '../../../../platform/records/programs/program-record.ts'
import { cooperationDocument } from '../document/schema.ts'
import { cooperationExample, cooperationForPrograms } from './schema.ts'
import { showCooperation } from './shown-cooperation.ts'
import { readCooperation } from './written-cooperation.ts'

/** Cooperations as programs read and write them. */
export const cooperationProgram = programRecord({
  scope: 'write:cooperations',
  schema: cooperationForPrograms,
  example: cooperationExample,
  parse: (document) => cooperationDocument.parse(document),
  show: (context, _network, document) => showCooperation(context, document),
  read: readCooperation,
})
