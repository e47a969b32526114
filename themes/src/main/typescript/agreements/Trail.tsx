import { Breadcrumb, BreadcrumbItem, PageSection } from "@patternfly/react-core";
import { type Navigation, useMessages } from "../common";
import { Link } from "./Link";
import { agreementWords } from "./words";

/** The way back to the list, above a page. */
export function Trail({
  navigation,
  here,
}: {
  navigation: Navigation;
  /** What the page is about; left out for what is new. */
  here?: string;
}) {
  const words = useMessages(agreementWords);
  return (
    <PageSection variant="light" className="agreements-breadcrumb">
      <Breadcrumb>
        <BreadcrumbItem>
          <Link navigation={navigation} to={{}}>
            {words.agreements}
          </Link>
        </BreadcrumbItem>
        <BreadcrumbItem isActive>{here ?? words.create}</BreadcrumbItem>
      </Breadcrumb>
    </PageSection>
  );
}
