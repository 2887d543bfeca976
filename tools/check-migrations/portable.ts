/** Statements that PostgreSQL-compatible distributed engines lack, or that the house does without, and why. */
export const refusedStatements: Readonly<Record<string, string>> = {
  CreateExtensionStmt: 'extensions differ from engine to engine',
  AlterExtensionStmt: 'extensions differ from engine to engine',
  CreateTrigStmt: 'no triggers: a command does the work',
  CreateEventTrigStmt: 'no triggers: a command does the work',
  RuleStmt: 'no rules: a command does the work',
  CreateFunctionStmt: 'no functions or procedures: logic lives in the application',
  DoStmt: 'no procedural blocks: logic lives in the application',
  CallStmt: 'no procedures: logic lives in the application',
  DefineStmt: 'no aggregates, operators, base types, collations or search configurations of our own',
  CreateOpClassStmt: 'no operator classes of our own',
  CreateOpFamilyStmt: 'no operator families of our own',
  CreateCastStmt: 'no casts of our own',
  ListenStmt: 'LISTEN is lacking on distributed engines',
  UnlistenStmt: 'LISTEN is lacking on distributed engines',
  NotifyStmt: 'NOTIFY is lacking on distributed engines',
  CreateEnumStmt: 'no enum types: text, and a check if it must never be wrong',
  AlterEnumStmt: 'no enum types: text, and a check if it must never be wrong',
  CompositeTypeStmt: 'no composite types: a table or jsonb',
  CreateRangeStmt: 'no range types: two columns',
  CreateDomainStmt: 'no domains: a check on the column',
  AlterDomainStmt: 'no domains: a check on the column',
  CreateSeqStmt: 'no sequences: ids are made in the application',
  AlterSeqStmt: 'no sequences: ids are made in the application',
  CreateTableAsStmt:
    'a table made from a query has no primary key, and a materialised view must be refreshed',
  RefreshMatViewStmt: 'no materialised views',
  LockStmt: 'no table locks',
  CreateForeignTableStmt: 'no foreign tables',
  CreateFdwStmt: 'no foreign data wrappers',
  CreateForeignServerStmt: 'no foreign servers',
  CreatePublicationStmt: 'no publications',
  CreateSubscriptionStmt: 'no subscriptions',
  CreateTableSpaceStmt: 'no tablespaces',
  intoClause: 'a table made from a query has no primary key',
}

/** The types that every engine has and that the application's driver reads. */
export const allowedTypes = [
  ...['uuid', 'text', 'bool', 'int2', 'int4', 'int8', 'float4', 'float8', 'numeric'],
  ...['date', 'time', 'timestamptz', 'interval', 'jsonb', 'bytea', 'inet'],
]

const longTypes = {
  serial: 'ids are made in the application',
  text: 'text, and a check on its length if it must never pass one',
  range: 'two columns, and a check',
}

/** Words for the refused types that people reach for; any other one is refused without. */
export const refusedTypes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['serial', 'serial2', 'serial4', 'serial8', 'bigserial', 'smallserial'].map(toWords('serial')),
  ),
  ...Object.fromEntries(['varchar', 'bpchar', 'char', 'citext', 'name'].map(toWords('text'))),
  ...Object.fromEntries(
    ['int4range', 'int8range', 'numrange', 'tsrange', 'tstzrange', 'daterange'].map(toWords('range')),
  ),
  timestamp: 'timestamptz: an instant without a zone is an hour off somewhere',
  timetz: 'time, and the zone beside it',
  money: 'numeric, and the currency beside it',
  json: 'jsonb',
  oid: 'no large objects: files lie in the storage',
  lo: 'no large objects: files lie in the storage',
}

function toWords(kind: keyof typeof longTypes) {
  return (type: string) => [type, longTypes[kind]] as const
}

/** Functions that lock, notify, count or differ by version. */
export const refusedFunctions: readonly (readonly [RegExp, string])[] = [
  [/^pg_(try_)?advisory/, 'no advisory locks'],
  [/^pg_notify$/, 'NOTIFY is lacking on distributed engines'],
  [/^lo(_|read$|write$)/, 'no large objects: files lie in the storage'],
  [/^(next|set|curr|last)val$/, 'no sequences: ids are made in the application'],
  [/^uuidv[47]$/, 'not before PostgreSQL 18: ids are made in the application'],
]

export const refusedAlterations: Readonly<Record<string, string>> = {
  AT_AlterColumnType: 'no change of a type: add a column, copy, drop the old one in a later release',
  AT_AddInherit: 'no table inheritance',
  AT_SetUnLogged: 'no unlogged tables',
  AT_AddIdentity: 'ids are made in the application',
  AT_SetIdentity: 'ids are made in the application',
  AT_SetExpression: 'no generated columns',
  AT_AttachPartition: 'no partitions',
  AT_AddOf: 'no typed tables',
}

export const refusedConstraints: Readonly<Record<string, string>> = {
  CONSTR_GENERATED: 'no generated columns: the command writes the value',
  CONSTR_IDENTITY: 'ids are made in the application',
  CONSTR_EXCLUSION: 'no exclusion constraints: settle the race in the command',
  CONSTR_ATTR_DEFERRABLE: 'no deferrable constraints: write in the right order',
  CONSTR_ATTR_DEFERRED: 'no deferrable constraints: write in the right order',
}
