import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { dayInWords } from '../day-in-words.ts'
import { OrganisationNames } from '../organisation-names.tsx'
import { paths } from '../paths.ts'
import type { OwnRole } from '../queries.ts'
import { roleMeaning, roleName } from '../role-name.ts'

interface RolesSectionProps {
  roles: OwnRole[]
  isOperator: boolean
}

/** One’s own roles in each network, in words, with a link to the network and a way to leave. */
export function RolesSection({ roles, isOperator }: RolesSectionProps) {
  const { t, interfaceLanguage } = useReader()
  return (
    <Section id="roles" title={t('people.account.roles')}>
      {isOperator ? (
        <p>
          {t('people.account.operator')}{' '}
          <a href={`/${interfaceLanguage}/operator`}>{t('people.operator.title')}</a>
        </p>
      ) : null}
      {roles.length === 0 && !isOperator ? (
        <EmptyState title={t('people.account.noRole')} why={t('people.account.noRoleWhy')} />
      ) : null}
      {roles.map((role) => (
        <RoleCard key={role.id} role={role} />
      ))}
    </Section>
  )
}

function RoleCard({ role }: { role: OwnRole }) {
  const { t, interfaceLanguage } = useReader()
  const name = chooseName(role.networkName, interfaceLanguage)
  const coordinates = role.role === 'chair' || role.role === 'coordinator'
  const day = (instant: Date) => dayInWords(instant, interfaceLanguage)
  return (
    <div class="own-role">
      <h3>
        <a
          href={`/${interfaceLanguage}/${role.networkSlug}`}
          lang={name.language === interfaceLanguage ? undefined : name.language}
        >
          {name.text}
        </a>
      </h3>
      <p>
        <strong>{roleName(t, role.role)}</strong> – {roleMeaning(t, role.role)}
      </p>
      {role.organisations.length === 0 ? null : (
        <p>
          <OrganisationNames organisations={role.organisations} />
        </p>
      )}
      <p class="own-role-dates">
        {role.endsAt === null
          ? t('people.account.since', { day: day(role.startsAt) })
          : t('people.account.sinceUntil', { day: day(role.startsAt), end: day(role.endsAt) })}
      </p>
      {coordinates ? (
        <p>
          <a href={`/${interfaceLanguage}/${role.networkSlug}/people`}>{t('people.page.title')}</a>
        </p>
      ) : null}
      <details class="cell-form">
        <summary>
          {t('people.account.layDown')}
          <span class="visually-hidden"> ({name.text})</span>
        </summary>
        <form method="post" action={paths.ownRoleEnd(interfaceLanguage, role.id)}>
          <p>{t('people.account.layDownLead')}</p>
          <p class="form-end">
            <button class="button" type="submit">
              {t('people.account.layDown')}
            </button>
          </p>
        </form>
      </details>
    </div>
  )
}
