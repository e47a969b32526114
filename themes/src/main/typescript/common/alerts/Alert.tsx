import { Alert as PlainAlert, type AlertProps } from "@patternfly/react-core";
import { useMessages } from "../language/messages";
import { commonWords } from "../language/words";

/** An alert that says of what kind it is in the language of whoever is looking. */
export function Alert({ variant = "custom", ...props }: AlertProps) {
  const words = useMessages(commonWords);
  return <PlainAlert variant={variant} variantLabel={words[`alert${variant}`]} {...props} />;
}
