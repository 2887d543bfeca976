import type { Context } from '../../../platform/context/context.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import {
  type Landmark,
  listLandmarks,
  listMemberships,
  type Membership,
  type Network,
} from '../../networks/index.ts'
import { type Activity, listComing } from '../activities/queries.ts'
import { type Agreement, listAgreements } from '../agreements/queries.ts'
import { type Anniversary, listAnniversaries } from '../anniversaries.ts'
import { wholeRegistry } from '../cooperations/filter.ts'
import { listCooperations } from '../cooperations/queries.ts'
import type { CooperationRow } from '../cooperations/row/queries.ts'
import { type Interest, listInterests } from '../interests/queries.ts'
import { listNetworkOrganisations, type NetworkOrganisation } from '../organisations/queries.ts'

/** What an anniversary is of: a landmark of the group, the beginning of a tie, or the signature of an agreement. */
export type AnniversarySubject =
  | { kind: 'landmark'; landmark: Landmark; concerns: NetworkOrganisation[] }
  | { kind: 'beginning'; cooperation: CooperationRow }
  | { kind: 'signature'; cooperation: CooperationRow; agreement: Agreement }

export interface HomeData {
  cooperations: CooperationRow[]
  interests: Interest[]
  coming: Activity[]
  memberships: Membership[]
  anniversaries: Anniversary<AnniversarySubject>[]
}

const shownAtMost = 200
const comingShown = 8

/** Gathers the first page of a network as known on the context's day. */
export async function findHome(
  context: Context,
  network: Network,
  side: 'first' | 'second',
): Promise<HomeData> {
  const [cooperations, interests, coming, memberships, landmarks, organisations] = await Promise.all([
    listCooperations(context, network.id, wholeRegistry, { limit: shownAtMost }, side),
    listInterests(context, network.id),
    listComing(context, network.id, comingShown),
    listMemberships(context, network.id),
    listLandmarks(context, network.id),
    listNetworkOrganisations(context, network.id),
  ])
  const agreements = await listAgreements(
    context,
    cooperations.map((cooperation) => cooperation.id),
  )
  const anniversaries = listAnniversaries(
    datedFacts(cooperations, agreements, landmarks, organisations),
    context.today,
  )
  return { cooperations, interests, coming, memberships, anniversaries }
}

function datedFacts(
  cooperations: CooperationRow[],
  agreements: Agreement[],
  landmarks: Landmark[],
  organisations: NetworkOrganisation[],
) {
  const facts: { from: string; to: string; subject: AnniversarySubject }[] = landmarks.map((landmark) => ({
    from: landmark.happenedFrom,
    to: landmark.happenedTo,
    subject: {
      kind: 'landmark',
      landmark,
      concerns: organisations.filter((each) => landmark.concerns.includes(each.id)),
    },
  }))
  for (const cooperation of cooperations) {
    const signed = agreements
      .filter((agreement) => agreement.cooperationId === cooperation.id && agreement.parentId === null)
      .flatMap((agreement) =>
        agreement.steps.flatMap((step) =>
          step.state === 'signed' && step.happened ? [{ agreement, happened: step.happened }] : [],
        ),
      )
    for (const { agreement, happened } of signed) {
      const { from, to } = readEdtf(happened)
      facts.push({ from, to, subject: { kind: 'signature', cooperation, agreement } })
    }
    const since = cooperation.since ? readEdtf(cooperation.since) : null
    // A tie that began by a signature has one anniversary, not two.
    if (since && !signed.some(({ happened }) => happened.slice(0, 4) === since.edtf.slice(0, 4))) {
      facts.push({ from: since.from, to: since.to, subject: { kind: 'beginning', cooperation } })
    }
  }
  return facts
}
