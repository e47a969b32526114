import { useId } from "react";
import { count, useView } from "../common";

interface Bar {
  key: string;
  name: string;
  users: number;
}

/** A bar for each group, with its name and number beside it: nothing of it is told by colour. */
export function Bars({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const { locale } = useView();
  const id = useId();
  const most = Math.max(1, ...bars.map(({ users }) => users));
  return (
    <figure className="agreements-statistics-bars" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <ul>
        {bars.map(({ key, name, users }) => (
          <li key={key}>
            <span className="agreements-statistics-name" dir="auto">
              {name}
            </span>
            <span className="agreements-statistics-track" aria-hidden>
              <span style={{ inlineSize: `${(100 * users) / most}%` }} />
            </span>
            <span className="agreements-statistics-number">{count(users, locale)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
