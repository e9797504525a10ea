import { useApp } from '../context.ts';
import { Icon } from '../icons.tsx';
import { paneWords as words } from '../strings-of-panes.ts';
import '../styles/beside.css';

interface Props {
  id: string;
  /** Whose conversation it is. */
  name: string;
  onFocus(): void;
}

/** U14, for the pointer; the keyboard has B. */
export function BesideButton({ id, name, onFocus }: Props) {
  const app = useApp();
  const label = words.openNamed(name);
  return (
    <button
      type="button"
      class="icon-button row-beside"
      tabIndex={-1}
      aria-label={label}
      title={label}
      onFocus={onFocus}
      onClick={() => void app.openBeside(id)}
    >
      <Icon size={16} class="mirrored">
        <path d="M3 4.5h5.500v11H3zM11.500 4.5H17v11h-5.500zM14.250 8v4M12.500 10H16" />
      </Icon>
    </button>
  );
}
