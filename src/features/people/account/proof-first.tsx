import { useReader } from '../../../ui/reader.tsx'
import { paths } from '../paths.ts'
import { freshMinutes } from '../sessions/lifetime.ts'
import type { GuardedSection } from './request.ts'

interface ProofFirstProps {
  section: GuardedSection
  /** The heading of the section. */
  label: string
}

/** Replaces a guarded form when the sign-in is not recent: says why, and links to sign-in and back. */
export function ProofFirst({ section, label }: ProofFirstProps) {
  const { t, interfaceLanguage } = useReader()
  const next = paths.guarded(interfaceLanguage, section)
  return (
    <>
      <p>{t('people.again.why', { minutes: freshMinutes })}</p>
      <p class="form-end">
        <a class="button" href={paths.signInAgain(interfaceLanguage, next)}>
          {t('people.again.go')}
          <span class="visually-hidden"> ({label})</span>
        </a>
      </p>
    </>
  )
}
