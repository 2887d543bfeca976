import { sql } from 'kysely'
import type { FirstStep } from '../../../platform/http/first-step.ts'
import { mayDescribeNetwork, mayKeepMembers } from '../../networks/index.ts'

/** What the group says of itself, and who is in it. */
export const groupSteps: readonly FirstStep[] = [
  {
    place: 1,
    label: 'registry.start.presentation',
    action: 'registry.start.describe',
    path: '/group/edit',
    isFor: mayDescribeNetwork,
    isDone: (networkId) =>
      sql<boolean>`(select n.summary <> '{}'::jsonb from networks_network n where n.network_id = ${networkId})`,
  },
  {
    place: 2,
    label: 'registry.start.members',
    action: 'registry.members.add',
    path: '/group/members/new',
    other: { action: 'registry.start.secretariat', path: '/group/members/new?role=secretariat' },
    isFor: mayKeepMembers,
    isDone: (networkId) =>
      sql<boolean>`exists (select 1 from networks_membership m where m.network_id = ${networkId} and m.role = 'member')`,
  },
]
