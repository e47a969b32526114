import {
  AlertActionLink,
  Bullseye,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateHeader,
  EmptyStateIcon,
  Spinner,
} from "@patternfly/react-core";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon";
import SearchIcon from "@patternfly/react-icons/dist/esm/icons/search-icon";
import type { ReactNode } from "react";
import { ApiError } from "../../api";
import { Alert } from "../alerts/Alert";
import { messageOf } from "../alerts/Alerts";
import { useMessages } from "../language/messages";
import type { Loaded } from "./useLoaded";
import { commonWords } from "../language/words";

/** Shows what was loaded, or that it is on its way, or why it did not come. */
export function Waiting<T>({ for: loaded, children }: { for: Loaded<T>; children: (value: T) => ReactNode }) {
  if (loaded.value !== undefined) {
    return <>{children(loaded.value)}</>;
  }
  return loaded.error === undefined ? <Loading /> : <Failure error={loaded.error} onRetry={loaded.reload} />;
}

/** Says that something is on its way. */
export function Loading() {
  const words = useMessages(commonWords);
  return (
    <Bullseye className="agreements-waiting">
      <Spinner aria-label={words.loading} aria-valuetext={words.loading} />
    </Bullseye>
  );
}

/** Says why something did not come, and offers to try again where that can help. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useMessages(commonWords);
  if (error instanceof ApiError && error.isForbidden) {
    return (
      <Nothing title={words.forbidden} icon={LockIcon}>
        {words.forbiddenWhatToDo}
      </Nothing>
    );
  }
  if (error instanceof ApiError && error.isMissing) {
    return <Nothing title={words.missing}>{messageOf(error)}</Nothing>;
  }
  return (
    <Alert
      variant="danger"
      isInline
      role="alert"
      title={words.failed}
      actionLinks={onRetry && <AlertActionLink onClick={onRetry}>{words.tryAgain}</AlertActionLink>}
    >
      {messageOf(error)}
    </Alert>
  );
}

/** Says that there is nothing to show, and what could be done. */
export function Nothing({
  title,
  icon = SearchIcon,
  children,
  actions,
}: {
  title: string;
  icon?: typeof SearchIcon;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <EmptyState>
      <EmptyStateHeader titleText={title} headingLevel="h2" icon={<EmptyStateIcon icon={icon} />} />
      {children && <EmptyStateBody>{children}</EmptyStateBody>}
      {actions && (
        <EmptyStateFooter>
          <EmptyStateActions>{actions}</EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
