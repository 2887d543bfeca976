import { type DirectoryRecord, directoryRecord, pointCells } from '../directory-record.ts'
import { readTsv } from '../tsv.ts'
import { codeCell } from './code-cell.ts'
import { lifeKey } from './commune-keys.ts'
import type { CommuneLife } from './commune-lives.ts'
import { communeParent } from './commune-records.ts'
import { epciAliases, epciName } from './epci-names.ts'
import { communePlace, type FranceSources } from './france-sources.ts'
import { levelRecord } from './level-records.ts'
import { nameCells } from './naming.ts'
import { departementOfCommune } from './place-finder.ts'
import { stored } from './stored-sources.ts'

/** Authorities that have ended: régions and départements, EPCI since 2004, and communes since 1943. */
export function formerRecords(sources: FranceSources): DirectoryRecord[] {
  const levels = readTsv(stored('fr-former-levels.tsv')).map((row) => levelRecord(sources, row))
  const ended = sources.lives.filter(({ until }) => until !== '')
  return [...levels, ...formerEpci(sources), ...ended.map((life) => formerCommune(sources, life))]
}

function formerEpci(sources: FranceSources): DirectoryRecord[] {
  return readTsv(stored('fr-former-epci.tsv')).map((row) => {
    const { siren = '', seat = '' } = row
    const key = `FR:epci:${siren}`
    const name = epciName(row.name ?? '')
    const parent = communeParent(departementOfCommune(seat))
    const named = nameCells({ french: name, aliases: epciAliases(name) }, sources.notes.get(key))
    return { ...levelRecord(sources, { ...row, key, parent, level: '3' }), ...named }
  })
}

function formerCommune(sources: FranceSources, life: CommuneLife): DirectoryRecord {
  const { code, name, formerNames, from, until } = life
  const key = lifeKey(sources.lives, life)
  const aliases = formerNames.map((text) => ({ language: 'fr', kind: 'former', text }))
  return directoryRecord({
    key,
    kind: 'commune',
    level: '4',
    ...nameCells({ french: name, aliases }, sources.notes.get(key)),
    codes: codeCell({ cog: code }),
    parent: communeParent(departementOfCommune(code)),
    ...pointCells(communePlace(sources, life).point),
    valid_from: from,
    valid_until: until,
    reported_by: 'dataset',
  })
}
