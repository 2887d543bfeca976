import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import type { Version } from '../queries.ts'

/** The author of a version: for the public the organisation, for the people of the network the person too. */
export function VersionAuthor({ version, showsNames }: { version: Version; showsNames: boolean }) {
  const reader = useReader()
  if (version.origin === 'loaded' || version.origin === 'outside') return <>—</>
  const organisation = version.organisation ? chooseName(version.organisation.name, reader.language) : null
  const named = showsNames ? (version.personName ?? reader.t('contributions.history.someone')) : null
  if (organisation === null) return <>{named ?? reader.t('contributions.history.secretariat')}</>
  return (
    <>
      {named === null ? null : `${named}, `}
      <span lang={organisation.language === reader.interfaceLanguage ? undefined : organisation.language}>
        {organisation.text}
      </span>
    </>
  )
}

/** When a version was written; a dash if it is not yet. */
export function VersionMoment({ version }: { version: Version }) {
  return version.madeAt === null ? <>—</> : <Moment at={version.madeAt} />
}
