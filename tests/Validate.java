import java.io.File;
import java.io.InputStream;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** Prints one line for each rule that a PDF breaks: Validate FILE FLAVOUR..., a flavour being "2a" or "ua1". */
public class Validate {
    private static final String FOLDER = "/org/verapdf/pdfa/validation/";
    private static final Map<String, String> PLACES =
        Map.of("2a", FOLDER + "PDFA-2A.xml", "ua1", FOLDER + "PDFUA-1.xml");

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[i]);
            // The jar's directory of profiles is empty; the profiles themselves lie beside its classes.
            ValidationProfile profile;
            try (InputStream xml = Validate.class.getResourceAsStream(PLACES.get(arguments[i]))) {
                profile = Profiles.profileFromXml(xml);
            }
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
}
