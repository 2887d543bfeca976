import type { BaseMap } from './base-map.ts'
import type { Placement } from './places.ts'

/** The land, defined once for every drawing of the page that uses it. */
export function BaseSymbols({ base, id }: { base: BaseMap; id: string }) {
  return (
    <svg class="map-symbols" width="0" height="0" aria-hidden="true" focusable="false">
      {base.insets.map((inset, side) => (
        <symbol key={inset.code} id={`${id}-${inset.code}`} overflow="hidden">
          <path class="map-around" d={inset.around} />
          <path class={`map-land side-${side + 1}`} d={inset.land} />
        </symbol>
      ))}
    </svg>
  )
}

export function InsetUse({ placement, id }: { placement: Placement; id: string }) {
  const { inset, x, y, scale } = placement
  return (
    <g transform={`translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}`}>
      <use href={`#${id}-${inset.code}`} width={inset.width} height={inset.height} />
    </g>
  )
}
