import { type Navigation, View, type ViewProps } from "../common";
import { GuidedPath } from "./guide/GuidedPath";
import { AgreementList } from "./list/AgreementList";
import { AgreementPage } from "./AgreementPage";
import "./agreements.css";

/** The agreements of a realm: the list, one of them with its parts, or the path to a new one. */
export function AgreementsView({ navigation, ...props }: ViewProps & { navigation: Navigation }) {
  const { agreement, step } = navigation.place;
  return (
    <View key={props.realm} {...props}>
      {step !== undefined ? (
        <GuidedPath step={step} navigation={navigation} />
      ) : agreement === undefined ? (
        <AgreementList navigation={navigation} />
      ) : (
        <AgreementPage key={agreement} agreementKey={agreement} navigation={navigation} />
      )}
    </View>
  );
}
