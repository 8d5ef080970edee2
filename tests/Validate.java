import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Prints one line for each rule that a PDF breaks: Validate FILE FLAVOUR..., a flavour being "2a" or "ua1". */
public class Validate {
    private static final Map<String, String> PROFILES = Map.of("2a", "PDFA-2A.xml", "ua1", "PDFUA-1.xml");

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[i]);
            ValidationProfile profile = profile(flavour, PROFILES.get(arguments[i]));
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(arguments[0]), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
                ValidationResult result = validator.validate(parser);
                System.out.println(flavour + " checked " + result.getTotalAssertions());
                for (TestAssertion broken : result.getTestAssertions()) {
                    System.out.println(flavour + " broken " + broken.getRuleId().getClause() + " "
                        + broken.getMessage().replaceAll("\\s+", " ") + " " + broken.getLocation().getContext());
                }
            }
        }
    }

    /** The rules of a flavour. The jar holds them as XML but not the XML binding that veraPDF reads them with. */
    private static ValidationProfile profile(PDFAFlavour flavour, String file) throws Exception {
        Set<Rule> rules = new HashSet<>();
        Set<Variable> variables = new HashSet<>();
        try (InputStream xml = Validate.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + file)) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
            for (Element rule : below(root, "rule")) {
                rules.add(rule(flavour, rule));
            }
            for (Element variable : below(root, "variable")) {
                variables.add(Profiles.variableFromValues(variable.getAttribute("name"),
                    variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value")));
            }
        }
        return Profiles.profileFromValues(
            flavour, Profiles.profileDetailsFromValues(file, file, "veraPDF", new Date(0)), "", rules, variables);
    }

    private static Rule rule(PDFAFlavour flavour, Element rule) {
        Element id = below(rule, "id").get(0);
        PDFAFlavour.Specification specification = flavour.getPart();
        return Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(
                specification, id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
            rule.getAttribute("object"),
            Boolean.valueOf(rule.getAttribute("deferred")),
            rule.getAttribute("tags"),
            text(rule, "description"),
            text(rule, "test"),
            Profiles.errorFromValues(text(rule, "message"), new ArrayList<>()),
            new ArrayList<>());
    }

    private static List<Element> below(Element owner, String tag) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = owner.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String text(Element owner, String tag) {
        return below(owner, tag).get(0).getTextContent();
    }
}
