import { isAuthorityKind, type OrganisationRef } from '../../directory/index.ts'
import { tiersOf } from '../../partners/index.ts'
import { computePath, type LegalPath, type PathInput, type PathParty } from './legal-path.ts'

export type KnownParty = PathParty & OrganisationRef
export type KnownPath = LegalPath<KnownParty>

/** An organisation of the directory as a party of an act. */
export function asParty(organisation: OrganisationRef): KnownParty {
  const isBorough = organisation.kind === 'arrondissement_municipal'
  return { ...organisation, tiers: tiersOf(organisation), isBorough }
}

/** The path of an act; a partner that is no authority makes it one with a private body, or with a State. */
export function computeKnownPath(input: PathInput<KnownParty>): KnownPath {
  const others = input.parties.filter(({ kind }) => !isAuthorityKind(kind))
  const areState = others.map(({ kind }) => kind === 'ministry' || kind === 'embassy')
  return computePath({
    ...input,
    private: input.private === true || areState.includes(false),
    state: input.state === true || areState.includes(true),
  })
}
