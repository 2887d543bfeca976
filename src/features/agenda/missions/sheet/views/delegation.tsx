import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { type Fact, FactList } from '../../../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import { actorKinds } from '../../codes.ts'
import type { MissionMember } from '../../document/schema.ts'
import type { Sheet } from '../queries.ts'
import { Named } from './named.tsx'

interface DelegationProps {
  network: string
  sheet: Sheet
}

/** Who leads and who goes along, by the kind of actor. */
export function Delegation({ network, sheet: { mission, refs } }: DelegationProps) {
  const reader = useReader()
  const { t } = reader
  const { head, members } = mission
  const hasHead =
    head.name !== '' ||
    Object.keys(head.post).length > 0 ||
    head.organisationId !== null ||
    head.organisationWords !== ''
  const facts: Fact[] = [
    ...(hasHead
      ? [
          {
            term: t('agenda.mission.head'),
            detail: [
              ...(head.name === '' ? [] : [<strong key="name">{head.name}</strong>]),
              ...(Object.keys(head.post).length === 0
                ? []
                : [<Passage key="post" text={head.post} as="span" />]),
              ...(head.organisationId === null && head.organisationWords === ''
                ? []
                : [<Named key="body" network={network} refs={refs} {...head} />]),
            ],
          },
        ]
      : []),
    ...actorKinds.flatMap((kind): Fact[] => {
      const within = members.filter((member) => member.kind === kind)
      if (within.length === 0) return []
      return [
        {
          term: capitalized(t(`agenda.actor.${kind}`), reader.interfaceLanguage),
          detail: within.map((member) => (
            <Member key={member.id} network={network} refs={refs} member={member} />
          )),
        },
      ]
    }),
  ]
  return facts.length === 0 ? null : <FactList facts={facts} />
}

interface MemberProps {
  network: string
  refs: Sheet['refs']
  member: MissionMember
}

function Member({ network, refs, member }: MemberProps) {
  const reader = useReader()
  const { count, names, organisationId, organisationWords } = member
  const body =
    organisationId === null && organisationWords === '' ? null : { organisationId, organisationWords }
  return (
    <>
      {names}
      {count === null ? null : (
        <>
          {names === '' ? null : ' · '}
          {reader.t('agenda.mission.people', { count })}
        </>
      )}
      {body === null ? null : (
        <>
          {' · '}
          <Named network={network} refs={refs} {...body} />
        </>
      )}
    </>
  )
}
