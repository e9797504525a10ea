import { useMedia } from '../use-media.ts';
import { levelsOf } from './scale.ts';
import { usePaper } from './use-paper.ts';

export interface HeatPlace {
  /** Null: nothing to show. */
  value: number | null;
  n: number;
}

interface Props {
  caption: string;
  /** Words for weekday and hour above the rows and columns. */
  corner: string;
  days: readonly string[];
  hours: readonly string[];
  /** By day, then by hour. */
  places: readonly (readonly HeatPlace[])[];
  spell(value: number): string;
  spellShort(value: number): string;
  /** Under so many the number is shown quietly and gets no shade. */
  fewUnder: number;
  title(place: HeatPlace, day: string, hour: string): string;
}

const LEVELS = 5;
/** Somebody came, and there is no value of it. */
const NONE = '–';
const NARROW = 'screen and (max-width: 1099px)';
/** Where a cell is narrow: on a phone, and where a day of 24 hours has just begun to fit beside each other. */
const TIGHT = 'screen and (max-width: 600px), screen and (min-width: 1100px) and (max-width: 1399px)';
/** As many letters as a cell of the widest map has room for. */
const LETTERS_MAX = 8;

/** Hours by weekday as a table with shades: the number stands in each cell, so the shade says nothing alone. */
export function HeatMap({ caption, corner, days, hours, places, spell, spellShort, fewUnder, title }: Props) {
  const isNarrow = useMedia(NARROW);
  const isTall = usePaper() || isNarrow;
  const isTight = useMedia(TIGHT);
  const isLong = places.flat().some(({ value }) => value !== null && spell(value).length > LETTERS_MAX);
  const written = isTight || (isLong && !isTall) ? spellShort : spell;
  const isEnough = ({ n }: HeatPlace) => n >= fewUnder;
  const levelOf = levelsOf(
    places
      .flat()
      .filter(isEnough)
      .map(({ value }) => value),
    LEVELS,
  );
  const [rows, columns] = isTall ? [hours, days] : [days, hours];
  const placeAt = (row: number, column: number) => (isTall ? places[column]?.[row] : places[row]?.[column]);
  const cell = (row: number, column: number) => {
    const place = placeAt(row, column) ?? { value: null, n: 0 };
    const [day, hour] = isTall ? [columns[column], rows[row]] : [rows[row], columns[column]];
    const level = place.value === null || !isEnough(place) ? 'few' : levelOf(place.value);
    return (
      <td key={columns[column]} class={`heat-cell heat-${level}`} title={title(place, day as string, hour as string)}>
        <bdi>{place.value === null ? (place.n > 0 ? NONE : '') : written(place.value)}</bdi>
      </td>
    );
  };
  return (
    <div class="heat-room">
      <table class="heat">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td>
              <span class="visually-hidden">{corner}</span>
            </td>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((name, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((_, column) => cell(row, column))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
