import { programRecord } from '../../../../platform/records/api/program-record.ts'
import { cooperationDocument } from '../document/schema.ts'
import { parseCooperation } from './parse-cooperation.ts'
import { cooperationExample, cooperationInput } from './schema.ts'
import { serializeCooperation } from './serialize-cooperation.ts'

/** Cooperations as programs read and write them. */
export const cooperationProgram = programRecord({
  scope: 'write:cooperations',
  schema: cooperationInput,
  example: cooperationExample,
  parse: (document) => cooperationDocument.parse(document),
  show: (context, _network, document) => serializeCooperation(context, document),
  read: parseCooperation,
})
