import { expect, test } from 'vitest'
import { type Actor, anonymous, type Person, type Role } from '../../platform/context/actor.ts'
import {
  mayAddContacts,
  mayEditContacts,
  mayExportContacts,
  mayManageContacts,
  mayReadAddresses,
  mayReadPosts,
} from './policy.ts'

const own = 'own-organisation'
const other = 'other-organisation'

function somebody(role: Role, given: Partial<Person> = {}): Person {
  const holdings = [{ networkId: 'here', role, organisationIds: [own] }]
  return { kind: 'person', personId: 'p', name: 'P', isOperator: false, holdings, scopes: null, ...given }
}

const asked = (actor: Actor) => ({
  posts: mayReadPosts(actor, 'here'),
  ownAddresses: mayReadAddresses(actor, 'here', own),
  otherAddresses: mayReadAddresses(actor, 'here', other),
  add: mayAddContacts(actor, 'here'),
  editOwn: mayEditContacts(actor, 'here', own),
  editOther: mayEditContacts(actor, 'here', other),
  export: mayExportContacts(actor, 'here'),
  manage: mayManageContacts(actor, 'here'),
})

const allowed = (...names: (keyof ReturnType<typeof asked>)[]) =>
  Object.fromEntries(Object.keys(asked(anonymous)).map((name) => [name, names.some((each) => each === name)]))

const everything = allowed(
  'posts',
  'ownAddresses',
  'otherAddresses',
  'add',
  'editOwn',
  'editOther',
  'export',
  'manage',
)

test.each([
  ['an operator', { kind: 'operator' } as const, everything],
  ['a chair', somebody('chair'), everything],
  ['a coordinator', somebody('coordinator'), everything],
  [
    'a member reads all and changes its own',
    somebody('member'),
    allowed('posts', 'ownAddresses', 'otherAddresses', 'add', 'editOwn', 'export'),
  ],
  [
    'a contributor reads and changes its own',
    somebody('contributor'),
    allowed('posts', 'ownAddresses', 'add', 'editOwn'),
  ],
  ['a reader reads functions and names', somebody('reader'), allowed('posts')],
  ['nobody', anonymous, allowed()],
  [
    'a coordinator of another network',
    somebody('coordinator', {
      holdings: [{ networkId: 'there', role: 'coordinator', organisationIds: [own] }],
    }),
    allowed(),
  ],
  [
    'an API token, whoever’s it is',
    somebody('coordinator', { isOperator: true, scopes: ['read'] }),
    allowed(),
  ],
])('%s', (_who, actor, expected) => {
  expect(asked(actor)).toEqual(expected)
})
