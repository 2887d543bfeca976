import { useReader } from '../reader.tsx'
import { TieLine } from '../tie/tie-line.tsx'
import type { MapTie } from './map-tie.ts'

/** The whole content of the map, in words: the ties, then the authorities that look for one. */
export function MapList({ ties }: { ties: MapTie[] }) {
  const reader = useReader()
  if (ties.length === 0) return null
  return (
    <details class="map-list">
      <summary>{reader.t('ui.map.list')}</summary>
      <ul>
        {ties.map((tie) => (
          <li key={tie.key} data-tie={tie.key}>
            <TieLine parties={tie.ends} status={tie.status} kind={tie.kind} year={tie.year} href={tie.href} />
          </li>
        ))}
      </ul>
    </details>
  )
}
